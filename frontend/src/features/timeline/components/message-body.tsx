import { useLocale, useTranslations } from 'use-intl';
import type { Message } from '@/contracts/message';
import { absoluteTime, messageTime } from '../model/times';
import type { MessagePowers } from '../model/powers';
import { Attachments } from './attachments';
import styles from './message-body.module.css';
import type { MessageActions } from './message-menu';
import { MessageText } from './message-text';
import { ReactionBar } from './reaction-bar';
import { ThreadSummary } from './thread-summary';

interface Props {
  message: Message;
  me: string;
  powers: MessagePowers;
  actions: MessageActions;
}

/** What a message says and carries, and what hangs on it. */
export function MessageBody({ message, me, powers, actions }: Props) {
  const t = useTranslations();
  const { content, attachments, reactions, thread, editedAt, isDeleted } = message;
  return (
    <>
      {isDeleted && <p className={styles.deleted}>{t('timeline.deleted')}</p>}
      {content !== '' && (
        <div className={styles.text} dir="auto">
          <MessageText content={content} mentions={message.mentions} />
          {editedAt !== null && <Edited at={editedAt} {...(powers.history && { onOpen: actions.history })} />}
        </div>
      )}
      {attachments.length > 0 && <Attachments channelId={message.channelId} attachments={attachments} />}
      {reactions.length > 0 && (
        <ReactionBar reactions={reactions} me={me} mayReact={powers.react} onToggle={actions.react} />
      )}
      {thread !== null && <ThreadSummary thread={thread} onOpen={actions.thread} />}
    </>
  );
}

/** Whoever may read what the message said before opens it there. */
export function Edited({ at, onOpen }: { at: string; onOpen?: () => void }) {
  const t = useTranslations();
  const locale = useLocale();
  const time = messageTime(at, new Date(), locale);
  const mark = (
    <time
      dateTime={at}
      title={t('timeline.editedAt', { time: absoluteTime(at, locale) })}
      aria-label={t('timeline.editedLabel', { time })}
    >
      {t('timeline.edited')}
    </time>
  );
  return (
    <>
      {' '}
      {onOpen ? (
        <button
          type="button"
          className={`${styles.edited} ${styles.history}`}
          aria-label={t('timeline.editedOpen', { time })}
          aria-haspopup="dialog"
          onClick={onOpen}
        >
          {mark}
        </button>
      ) : (
        <span className={styles.edited}>{mark}</span>
      )}
    </>
  );
}
