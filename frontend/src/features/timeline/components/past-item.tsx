import { useTranslations } from 'use-intl';
import type { Message } from '@/contracts/message';
import type { MessageRow } from '../model/rows';
import { Attachments } from './attachments';
import { Edited } from './message-body';
import body from './message-body.module.css';
import { MessageFrame } from './message-frame';
import item from './message-item.module.css';
import { MessageText } from './message-text';
import styles from './past-item.module.css';
import { ReplyQuote } from './reply-preview';

interface Props {
  row: MessageRow;
  /** What it answers, as that was then. */
  answered: Message | undefined;
  /** Whether it says what it says now, since the reader may not know what it said then, or nobody does any more. */
  isChangedSince: boolean;
}

/** A message as it was: to be read, and no more. */
export function PastItem({ row: { message, startsGroup }, answered, isChangedSince }: Props) {
  const t = useTranslations();
  const { channelId, messageId, content, mentions, attachments, editedAt, isDeleted } = message;
  return (
    <article className={startsGroup ? `${item.message} ${item.first}` : item.message} data-message-id={messageId}>
      {message.replyTo !== null && <ReplyQuote answered={answered} />}
      <MessageFrame message={message} startsGroup={startsGroup}>
        {isDeleted && <p className={body.deleted}>{t('timeline.deleted')}</p>}
        {content !== '' && (
          <div className={body.text} dir="auto">
            <MessageText content={content} mentions={mentions} />
            {editedAt !== null && <Edited at={editedAt} />}
          </div>
        )}
        {attachments.length > 0 && <Attachments channelId={channelId} attachments={attachments} />}
        {isChangedSince && !isDeleted && <p className={styles.note}>{t('past.changedSince')}</p>}
      </MessageFrame>
    </article>
  );
}
