import { useTranslations } from 'use-intl';
import type { OutgoingMessage } from '../model/outbox';
import { rowsOf } from '../model/rows';
import { MessageItem } from './message-item';
import styles from './sent-from-past.module.css';

/** Below a stretch of the past: one's own messages on their way, which will be in the present. */
export function SentFromPast({ messages, me }: { messages: readonly OutgoingMessage[]; me: string }) {
  const t = useTranslations();
  return (
    <div>
      <div className={styles.divider} role="separator" aria-label={t('timeline.sentFromPast')}>
        {t('timeline.sentFromPast')}
      </div>
      {rowsOf([], messages, me).map(
        (row) =>
          row.kind === 'message' && (
            <MessageItem key={row.key} row={row} answered={undefined} isEditing={false} isFlashing={false} />
          ),
      )}
    </div>
  );
}
