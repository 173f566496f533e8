'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'use-intl';
import { CountBadge } from '@/components/ui/count-badge';
import { LoadFailure } from '@/components/ui/load-failure';
import { Skeleton } from '@/components/ui/skeleton';
import { NO_BADGE, type Badge } from '@/contracts/badge';
import { namesWords } from '@/i18n/names-words';
import { PresentAvatar } from '@/presence/present-avatar';
import { useStatus, useWatchedPeople } from '@/presence/use-presence';
import { useCalledAll } from '@/profiles/called';
import { useMe } from '@/session/use-session';
import type { Conversation } from '../api/fetch-conversations';
import { conversationsQuery } from '../model/conversations-store';
import { ConversationIcon } from './conversation-icon';
import styles from './conversation-list.module.css';

interface Props {
  activeServerId: string | null;
  onOpen(): void;
  badgeOf?(channelId: string): Badge;
}

/** One's direct conversations, the latest first. */
export function ConversationList({ activeServerId, onOpen, badgeOf = () => NO_BADGE }: Props) {
  const t = useTranslations();
  const { data: conversations, isError, isFetching, refetch } = useQuery(conversationsQuery);
  useWatchedPeople(conversations?.flatMap(({ kind, userIds }) => (kind === 'pair' ? userIds : [])) ?? []);
  return (
    <nav className={styles.nav} aria-label={t('common.directMessages')}>
      {conversations === undefined && !isError && <Skeleton width={140} />}
      {conversations === undefined && isError && (
        <div className={styles.hint}>
          <LoadFailure message={t('conversations.notLoaded')} busy={isFetching} onRetry={() => void refetch()} />
        </div>
      )}
      {conversations?.length === 0 && <p className={styles.hint}>{t('conversations.none')}</p>}
      <ul>
        {conversations?.map((conversation) => (
          <li key={conversation.serverId}>
            <Entry
              conversation={conversation}
              active={conversation.serverId === activeServerId}
              badge={badgeOf(conversation.channelId)}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface EntryProps {
  conversation: Conversation;
  active: boolean;
  badge: Badge;
  onOpen(): void;
}

function Entry({ conversation, active, badge, onOpen }: EntryProps) {
  const t = useTranslations();
  const locale = useLocale();
  const { serverId, channelId, kind, userIds } = conversation;
  const me = useMe()?.userId;
  const others = userIds.filter((userId) => userId !== me);
  const people = useCalledAll(others);
  const name = conversation.name || namesWords(people, locale) || t('common.onlyYou');
  return (
    <Link
      href={`/channels/${serverId}/${channelId}`}
      className={styles.entry}
      data-unread={badge.unread || undefined}
      aria-current={active ? 'page' : undefined}
      onClick={onOpen}
    >
      {kind === 'pair' ? (
        <PresentAvatar userId={others[0] ?? serverId} name={name} />
      ) : (
        <ConversationIcon userId={null} name={name} />
      )}
      <span className={styles.name} dir="auto">
        {name}
      </span>
      {kind === 'pair' && others[0] !== undefined && <Status userId={others[0]} />}
      {badge.mentions > 0 && (
        <>
          <span className="visually-hidden">, {t('common.unreadCount', { count: badge.mentions })}</span>
          <CountBadge count={badge.mentions} className={styles.count} />
        </>
      )}
    </Link>
  );
}

function Status({ userId }: { userId: string }) {
  const t = useTranslations();
  const locale = useLocale();
  return <span className="visually-hidden">, {t(`statuses.${useStatus(userId)}`).toLocaleLowerCase(locale)}</span>;
}
