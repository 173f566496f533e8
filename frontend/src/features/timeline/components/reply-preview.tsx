'use client';

import { useQuery } from '@tanstack/react-query';
import { CornerUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Message } from '@/contracts/message';
import { useCalled } from '@/profiles/called';
import { messageQuery } from '../model/timeline-store';
import { useConversation } from './conversation-context';
import { Excerpt } from './excerpt';
import styles from './reply-preview.module.css';

interface Props {
  channelId: string;
  messageId: string;
  /** The message that is answered, if the timeline knows it. */
  known: Message | undefined;
}

/** What a message answers, in a line above it, and the way there. */
export function ReplyPreview({ channelId, messageId, known }: Props) {
  const fetched = useQuery({ ...messageQuery(channelId, messageId), enabled: known === undefined });
  const answered = known ?? fetched.data;
  const { onJump } = useConversation();
  return (
    <Line answered={answered}>
      {answered && (
        <button type="button" className={styles.jump} onClick={() => onJump(answered)}>
          <Answered message={answered} />
        </button>
      )}
    </Line>
  );
}

/** The same where it leads nowhere; undefined if what is answered cannot be found. */
export function ReplyQuote({ answered }: { answered: Message | undefined }) {
  return (
    <Line answered={answered ?? null}>
      {answered && (
        <span className={styles.jump}>
          <Answered message={answered} />
        </span>
      )}
    </Line>
  );
}

function Line({ answered, children }: { answered: Message | null | undefined; children: ReactNode }) {
  const t = useTranslations();
  return (
    <div className={styles.preview}>
      <CornerUpRight size={14} aria-hidden className={`${styles.icon} pointing`} />
      {answered === undefined && <span className={styles.quiet}>…</span>}
      {answered === null && <span className={styles.quiet}>{t('timeline.notFound')}</span>}
      {answered?.isDeleted && <span className={styles.quiet}>{t('timeline.deleted')}</span>}
      {answered && !answered.isDeleted && children}
    </div>
  );
}

function Answered({ message }: { message: Message }) {
  const t = useTranslations();
  const { name } = useCalled(message.authorId);
  return (
    <>
      <span className="visually-hidden">{t('timeline.inReplyTo')} </span>
      <span className={styles.name} dir="auto">
        {name}
      </span>
      <span className={styles.text} dir="auto">
        <Excerpt message={message} />
      </span>
    </>
  );
}
