'use client';

import { CircleAlert } from 'lucide-react';
import { memo } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { ColoredName } from '@/components/ui/colored-name';
import { useCalled } from '@/profiles/called';
import { outbox } from '../model/browser-outbox';
import type { MessageRow } from '../model/rows';
import { absoluteTime, clockTime, messageTime } from '../model/times';
import { MessageText } from './message-text';
import styles from './message-item.module.css';

function MessageItemOf({ row }: { row: MessageRow }) {
  const { message, startsGroup, delivery, reason } = row;
  const { name, color } = useCalled(message.authorId);
  const waiting = delivery === 'pending' || delivery === 'failed';

  return (
    <article
      className={[styles.message, startsGroup && styles.first, waiting && styles[delivery]].filter(Boolean).join(' ')}
      aria-busy={delivery === 'pending' || undefined}
      data-message-id={message.messageId}
    >
      {startsGroup ? (
        <>
          <span className={styles.gutter}>
            <Avatar id={message.authorId} name={name} />
          </span>
          <header className={styles.header}>
            <ColoredName name={name} color={color} className={styles.author} />
            <Time at={message.at} text={messageTime(message.at, new Date())} />
          </header>
        </>
      ) : (
        <span className={`${styles.gutter} ${styles.aside}`}>
          <span className="visually-hidden">{name}</span>
          <Time at={message.at} text={clockTime(message.at)} />
        </span>
      )}
      <div className={styles.text}>
        <MessageText content={message.content} />
      </div>
      {delivery === 'pending' && <span className="visually-hidden">Sending</span>}
      {delivery === 'failed' && <Failure messageId={message.messageId} reason={reason} />}
    </article>
  );
}

/** Rows are made anew with every change of the timeline; what they show mostly stays. */
export const MessageItem = memo(
  MessageItemOf,
  ({ row }, { row: next }) =>
    row.message === next.message &&
    row.startsGroup === next.startsGroup &&
    row.delivery === next.delivery &&
    row.reason === next.reason,
);

function Time({ at, text }: { at: string; text: string }) {
  const absolute = absoluteTime(at);
  return (
    <time className={styles.time} dateTime={at} title={absolute} aria-label={absolute}>
      {text}
    </time>
  );
}

function Failure({ messageId, reason }: { messageId: string; reason: string | null }) {
  return (
    <p className={styles.failure} role="alert">
      <CircleAlert size={16} aria-hidden />
      <span>Not sent. {reason}</span>
      <button type="button" className={styles.action} onClick={() => outbox.retry(messageId)}>
        Retry
      </button>
      <button type="button" className={styles.action} onClick={() => outbox.remove(messageId)}>
        Delete
      </button>
    </p>
  );
}
