'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowUp, X } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { firstUnreadQuery } from '../model/first-unread';
import { firstUnreadIn, type FirstUnread } from '../model/rows';
import type { Timeline } from '../model/timeline';
import { sinceTime } from '../model/times';
import styles from './unread-pill.module.css';
import { useToday } from './use-today';

/** What one has not seen of a channel or thread. */
export interface Unseen {
  readonly count: number;
  /** One is being taken to the first of them; or that failed. */
  readonly going: boolean;
  readonly failed: boolean;
  /** Goes to the first of them. */
  onGo(): void;
  /** Takes them for read. */
  onRead(): void;
}

interface Props {
  channelId: string;
  threadId: string | null;
  timeline: Timeline;
  firstUnread: FirstUnread;
  unseen: Unseen;
}

/** How much is new above what is on the screen, and since when: it leads there. */
export function UnreadPill({ channelId, threadId, timeline, firstUnread, unseen }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const today = useToday();
  const loaded = firstUnreadIn(timeline, firstUnread);
  const asked = useQuery({ ...firstUnreadQuery(channelId, threadId, firstUnread), enabled: loaded === null });
  const at = (loaded ?? asked.data)?.at;
  const { count, going, failed } = unseen;
  return (
    <div className={styles.pill}>
      <Button look="quiet" className={styles.go} busy={going} onClick={unseen.onGo}>
        <ArrowUp size={16} aria-hidden />
        {failed
          ? t('timeline.unreadNotLoaded')
          : at === undefined
            ? t('timeline.newCount', { count })
            : t('timeline.newSince', { count, time: sinceTime(at, today, locale) })}
      </Button>
      <IconButton label={t('timeline.markRead')} className={styles.read} onClick={unseen.onRead}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
