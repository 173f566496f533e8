import { ChevronRight, MessagesSquare } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import type { MessageThread } from '@/contracts/message';
import { absoluteTime, messageTime } from '../model/times';
import styles from './thread-summary.module.css';

/** Under the message that a thread hangs on: how much is in it, and the way there. */
export function ThreadSummary({ thread, onOpen }: { thread: MessageThread; onOpen(): void }) {
  const t = useTranslations();
  const locale = useLocale();
  const { messages, lastPostAt, name } = thread;
  return (
    <button type="button" className={styles.summary} onClick={onOpen}>
      <MessagesSquare size={16} aria-hidden />
      <span className={styles.count}>{t('timeline.replies', { count: messages })}</span>
      <span className={styles.name} dir="auto">
        {name}
      </span>
      {lastPostAt !== null && (
        <time className={styles.last} dateTime={lastPostAt} title={absoluteTime(lastPostAt, locale)}>
          {t('timeline.lastReply', { time: messageTime(lastPostAt, new Date(), locale) })}
        </time>
      )}
      <ChevronRight size={16} aria-hidden className="pointing" />
    </button>
  );
}
