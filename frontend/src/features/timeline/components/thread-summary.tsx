import { ChevronRight, MessagesSquare } from 'lucide-react';
import type { MessageThread } from '@/contracts/message';
import { absoluteTime, messageTime } from '../model/times';
import styles from './thread-summary.module.css';

/** Under the message that a thread hangs on: how much is in it, and the way there. */
export function ThreadSummary({ thread, onOpen }: { thread: MessageThread; onOpen(): void }) {
  const { messages, lastPostAt, name } = thread;
  return (
    <button type="button" className={styles.summary} onClick={onOpen}>
      <MessagesSquare size={16} aria-hidden />
      <span className={styles.count}>{repliesOf(messages)}</span>
      <span className={styles.name}>{name}</span>
      {lastPostAt !== null && (
        <time className={styles.last} dateTime={lastPostAt} title={absoluteTime(lastPostAt)}>
          last {messageTime(lastPostAt, new Date())}
        </time>
      )}
      <ChevronRight size={16} aria-hidden />
    </button>
  );
}

export function repliesOf(count: number): string {
  if (count === 0) return 'No replies yet';
  return `${new Intl.NumberFormat().format(count)} ${count === 1 ? 'reply' : 'replies'}`;
}
