import styles from './unread-divider.module.css';

/** The line above the first message that one had not read. */
export function UnreadDivider() {
  return (
    <div className={styles.divider} role="separator" aria-label="New messages">
      New messages
    </div>
  );
}
