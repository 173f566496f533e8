import { CircleAlert } from 'lucide-react';
import { outbox } from '../model/browser-outbox';
import styles from './failure.module.css';

type Props =
  /** A message that was not sent. */
  | { messageId: string; reason: string | null }
  /** Something that was asked of a message and did not happen. */
  | { reason: string; onDismiss(): void };

/** What went wrong with a message, where it happened, and the ways out. */
export function Failure(props: Props) {
  return (
    <p className={styles.failure} role="alert">
      <CircleAlert size={16} aria-hidden />
      {'messageId' in props ? (
        <>
          <span>Not sent. {props.reason}</span>
          <button type="button" className={styles.action} onClick={() => outbox.retry(props.messageId)}>
            Retry
          </button>
          <button type="button" className={styles.action} onClick={() => outbox.remove(props.messageId)}>
            Delete
          </button>
        </>
      ) : (
        <>
          <span>{props.reason}</span>
          <button type="button" className={styles.action} onClick={props.onDismiss}>
            Dismiss
          </button>
        </>
      )}
    </p>
  );
}
