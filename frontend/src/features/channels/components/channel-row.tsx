'use client';

import { ArrowDown, ArrowUp, Ellipsis, FolderInput, Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { CountBadge } from '@/components/ui/count-badge';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuMore, MenuSeparator } from '@/components/ui/menu';
import { badgeWords, type Badge } from '@/contracts/badge';
import { isPrivate, may, type PermissionSet } from '@/contracts/permissions';
import type { Channel, Server } from '@/contracts/server';
import { dropOf, endOf, stepOf, type Place } from '../model/places';
import { ChannelIcon } from './channel-icon';
import styles from './channel-list.module.css';
import type { Asked } from './structure-dialog';
import { StructureDialog } from './structure-dialog-on-demand';
import { useDrag } from './use-drag';

interface Props {
  server: Server;
  channel: Channel;
  active: boolean;
  permissions: PermissionSet;
  badge: Badge;
  /** What else one may do with it. */
  items: ReactNode;
  onOpen(): void;
  onMove(channelId: string, to: Place): void;
  onAsk(asked: Asked): void;
}

export function ChannelRow({ server, channel, active, permissions, badge, items, onOpen, onMove, onAsk }: Props) {
  const t = useTranslations();
  const [menuOpen, setMenuOpen] = useState(false);
  const { serverId } = server;
  const { channelId, name } = channel;
  const manages = may(permissions, 'manage-channels');
  const edits = manages || may(permissions, 'manage-roles');
  const hasMenu = edits || Boolean(items);
  const words = badgeWords(badge, t);
  const { element, edge, isDragging } = useDrag<HTMLLIElement>({
    part: 'channel',
    serverId,
    id: channelId,
    enabled: manages,
    onDrop: (dropped, at) => {
      const to = dropOf(server.channels, dropped, channel, at);
      if (to) onMove(dropped, to);
    },
  });

  function change(open: boolean) {
    setMenuOpen(open);
    if (edits) StructureDialog.prefetch();
  }

  return (
    <li
      ref={element}
      className={styles.row}
      data-edge={edge ?? undefined}
      data-dragging={isDragging || undefined}
      onContextMenu={(event) => {
        if (!hasMenu) return;
        event.preventDefault();
        change(true);
      }}
    >
      <Link
        href={`/channels/${serverId}/${channelId}`}
        className={styles.channel}
        data-unread={badge.unread || undefined}
        data-muted={badge.muted || undefined}
        aria-current={active ? 'page' : undefined}
        draggable={manages ? false : undefined}
        onClick={onOpen}
      >
        <ChannelIcon isPrivate={isPrivate(channel, serverId)} />
        <span className={styles.name} dir="auto">
          {name}
        </span>
        {words !== '' && <span className="visually-hidden">, {words}</span>}
        {badge.mentions > 0 && <CountBadge count={badge.mentions} className={styles.count} />}
      </Link>
      {hasMenu && (
        <Menu
          open={menuOpen}
          onOpenChange={change}
          trigger={
            <IconButton label={t('channels.more', { name })} side="top" className={styles.tool}>
              <Ellipsis size={16} aria-hidden />
            </IconButton>
          }
        >
          {items}
          {edits && (
            <>
              {Boolean(items) && <MenuSeparator />}
              <MenuItem
                icon={<Pencil size={18} aria-hidden />}
                onSelect={() => onAsk({ what: 'edit-channel', channelId })}
              >
                {t('channels.edit')}
              </MenuItem>
            </>
          )}
          {manages && <PlaceItems server={server} channel={channel} onMove={onMove} />}
          {manages && (
            <>
              <MenuSeparator />
              <MenuItem
                danger
                icon={<Trash2 size={18} aria-hidden />}
                onSelect={() => onAsk({ what: 'delete-channel', channelId })}
              >
                {t('channels.delete')}
              </MenuItem>
            </>
          )}
        </Menu>
      )}
    </li>
  );
}

function PlaceItems({ server, channel, onMove }: Pick<Props, 'server' | 'channel' | 'onMove'>) {
  const t = useTranslations();
  const { channelId, categoryId } = channel;
  const up = stepOf(server.channels, channelId, -1);
  const down = stepOf(server.channels, channelId, 1);
  const elsewhere = [{ categoryId: null, name: t('channels.noCategory') }, ...server.categories].filter(
    (category) => category.categoryId !== categoryId,
  );
  return (
    <>
      {up && (
        <MenuItem icon={<ArrowUp size={18} aria-hidden />} onSelect={() => onMove(channelId, up)}>
          {t('common.moveUp')}
        </MenuItem>
      )}
      {down && (
        <MenuItem icon={<ArrowDown size={18} aria-hidden />} onSelect={() => onMove(channelId, down)}>
          {t('common.moveDown')}
        </MenuItem>
      )}
      {elsewhere.length > 0 && (
        <MenuMore icon={<FolderInput size={18} aria-hidden />} label={t('channels.moveToCategory')}>
          {elsewhere.map((category) => (
            <MenuItem
              key={category.categoryId ?? ''}
              icon={null}
              onSelect={() => onMove(channelId, endOf(server.channels, category.categoryId, channelId))}
            >
              {category.name}
            </MenuItem>
          ))}
        </MenuMore>
      )}
    </>
  );
}
