'use client';

import { ChevronDown, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FormError } from '@/components/ui/form-error';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { NO_BADGE, type Badge } from '@/contracts/badge';
import { may, type PermissionSet } from '@/contracts/permissions';
import type { Channel, Server } from '@/contracts/server';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import type { Translate } from '@/i18n/translate';
import { placeCategory } from '../api/place-category';
import { placeChannel } from '../api/place-channel';
import { toggleCollapsed, useCollapsed } from '../model/collapsed';
import { beginningOf, categoryDropOf, groupsOf, type Group, type Move } from '../model/places';
import { CategoryMenu } from './category-menu';
import styles from './channel-list.module.css';
import { ChannelRow } from './channel-row';
import type { Asked } from './structure-dialog';
import { StructureDialog } from './structure-dialog-on-demand';
import { useDrag } from './use-drag';

interface Props {
  serverId: string;
  /** Undefined while it loads. */
  server: Server | undefined;
  activeChannelId: string | null;
  /** What the user may do in one of the channels. */
  permissionsIn(channel: Channel): PermissionSet;
  onOpen(): void;
  onCreateChannel(categoryId: string | null): void;
  badgeOf?(channelId: string): Badge;
  /** What else one may do with a channel. */
  menuItems?(channelId: string, permissions: PermissionSet): ReactNode;
}

export function ChannelList({
  serverId,
  server,
  activeChannelId,
  permissionsIn,
  onOpen,
  onCreateChannel,
  badgeOf = () => NO_BADGE,
  menuItems,
}: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const [asked, setAsked] = useState<Asked | null>(null);
  const collapsed = useCollapsed();
  const manages = may(server?.permissions, 'manage-channels');
  // Who cannot add to a category that shows nothing to them need not see it.
  const groups = server
    ? groupsOf(server).filter(({ category, channels }) => channels.length > 0 || (category && manages))
    : [];

  const moving = useCommand({
    serverId,
    run: (move: Move, key) =>
      'channelId' in move
        ? placeChannel(move.channelId, move.to, key)
        : placeCategory(serverId, move.categoryId, move.after, key),
  });

  return (
    <nav className={styles.nav} aria-label={t('channels.label')}>
      <FormError message={formErrors(moving.error, []).general} />
      <p role="status" className="visually-hidden">
        {moving.isSuccess && server && movedWords(server, moving.variables, t)}
      </p>
      {server === undefined && <Loading />}
      {server && groups.length === 0 && <p className={styles.none}>{t('channels.none')}</p>}
      {groups.map((group) => (
        <Section
          key={group.category?.categoryId ?? ''}
          serverId={serverId}
          group={group}
          manages={manages}
          onDrop={(categoryId, edge) => {
            const target = group.category?.categoryId ?? null;
            const after = categoryDropOf(server?.categories ?? [], categoryId, target, edge);
            if (after !== undefined) moving.mutate({ categoryId, after });
          }}
          collapsed={group.category !== null && collapsed.includes(group.category.categoryId)}
          isShown={(channelId) => channelId === activeChannelId || calls(badgeOf(channelId))}
          head={
            group.category && (
              <CategoryHead
                group={group}
                collapsed={collapsed.includes(group.category.categoryId)}
                manages={manages}
                serverId={serverId}
                onCreateChannel={() => onCreateChannel(group.category?.categoryId ?? null)}
                onDrop={(channelId) => {
                  const to = beginningOf(server?.channels ?? [], channelId, group.category?.categoryId ?? '');
                  if (to) moving.mutate({ channelId, to });
                }}
              >
                {manages && server && (
                  <CategoryMenu
                    server={server}
                    category={group.category}
                    onMove={(after) => moving.mutate({ categoryId: group.category?.categoryId ?? '', after })}
                    onAsk={setAsked}
                  />
                )}
              </CategoryHead>
            )
          }
        >
          {(channel) =>
            server && (
              <ChannelRow
                key={channel.channelId}
                server={server}
                channel={channel}
                active={channel.channelId === activeChannelId}
                permissions={permissionsIn(channel)}
                badge={badgeOf(channel.channelId)}
                items={menuItems?.(channel.channelId, permissionsIn(channel))}
                onOpen={onOpen}
                onMove={(channelId, to) => moving.mutate({ channelId, to })}
                onAsk={setAsked}
              />
            )
          }
        </Section>
      ))}
      {server && asked && (
        <StructureDialog
          serverId={serverId}
          server={server}
          asked={asked}
          permissionsIn={permissionsIn}
          onClose={() => setAsked(null)}
        />
      )}
    </nav>
  );
}

/** Of a channel that is heard only when somebody mentions one, what is unread is a mention. */
function calls({ unread, mentions }: Badge): boolean {
  return unread || mentions > 0;
}

/** Where what was moved stands now, for those who do not see it. Empty if it is gone by now. */
function movedWords({ channels, categories }: Server, move: Move, t: Translate): string {
  const channelName = (id: string | null) => channels.find(({ channelId }) => channelId === id)?.name;
  const categoryName = (id: string | null) => categories.find(({ categoryId }) => categoryId === id)?.name;
  const ofChannel = 'channelId' in move;
  const name = ofChannel ? channelName(move.channelId) : categoryName(move.categoryId);
  const other = ofChannel ? channelName(move.to.after) : categoryName(move.after);
  const category = ofChannel ? categoryName(move.to.categoryId) : undefined;
  if (name === undefined) return '';
  if (other !== undefined) return t('channels.movedAfter', { name, other });
  return category === undefined ? t('channels.movedFirst', { name }) : t('channels.movedFirstIn', { name, category });
}

interface SectionProps {
  serverId: string;
  group: Group;
  manages: boolean;
  /** A category is dropped before it or behind it. */
  onDrop(categoryId: string, edge: 'top' | 'bottom'): void;
  collapsed: boolean;
  /** Whether a channel is shown though its category is folded away. */
  isShown(channelId: string): boolean;
  head: React.ReactNode;
  children(channel: Channel): React.ReactNode;
}

/** A folded category still shows where one is, and where something is unread. */
function Section({ serverId, group, manages, onDrop, collapsed, isShown, head, children }: SectionProps) {
  const id = group.category?.categoryId ?? null;
  const { element, edge } = useDrag<HTMLElement>({ part: 'section', serverId, id, enabled: manages, onDrop });
  const shown = collapsed ? group.channels.filter(({ channelId }) => isShown(channelId)) : group.channels;
  return (
    <section ref={element} className={styles.group} data-edge={edge ?? undefined} aria-label={group.category?.name}>
      {head}
      <ul id={group.category ? `channels-${group.category.categoryId}` : undefined}>{shown.map(children)}</ul>
    </section>
  );
}

interface HeadProps {
  group: Group;
  collapsed: boolean;
  manages: boolean;
  serverId: string;
  onCreateChannel(): void;
  /** A channel is dropped below the head. */
  onDrop(channelId: string): void;
  children: React.ReactNode;
}

function CategoryHead({
  group: { category },
  collapsed,
  manages,
  serverId,
  onCreateChannel,
  onDrop,
  children,
}: HeadProps) {
  const t = useTranslations();
  const { element, edge, isDragging } = useDrag<HTMLDivElement>({
    part: 'head',
    serverId,
    id: category?.categoryId ?? '',
    enabled: manages && category !== null,
    onDrop,
  });
  if (category === null) return null;
  const { categoryId, name } = category;
  return (
    <div ref={element} className={styles.head} data-edge={edge ?? undefined} data-dragging={isDragging || undefined}>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={!collapsed}
          aria-controls={`channels-${categoryId}`}
          onClick={() => toggleCollapsed(categoryId)}
        >
          <ChevronDown size={14} aria-hidden className={styles.chevron} />
          <span className={styles.name} dir="auto">
            {name}
          </span>
        </button>
      </h2>
      {children}
      {manages && (
        <IconButton
          label={t('channels.createIn', { name })}
          side="top"
          className={styles.tool}
          onClick={onCreateChannel}
        >
          <Plus size={16} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

function Loading() {
  return (
    <ul aria-busy>
      {[120, 88, 104].map((width) => (
        <li key={width} className={styles.row}>
          <span className={styles.channel}>
            <Skeleton width={width} />
          </span>
        </li>
      ))}
    </ul>
  );
}
