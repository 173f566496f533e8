import { Check } from 'lucide-react';
import styles from './save-status.module.css';

/** What saves itself says so. It takes the same room whether it says something or not. */
export function SaveStatus({ pending, saved }: { pending: boolean; saved: boolean }) {
  return (
    <p role="status" className={`${styles.status} ${saved && !pending ? styles.saved : ''}`}>
      {pending && 'Saving…'}
      {!pending && saved && (
        <>
          <Check size={16} aria-hidden />
          Saved
        </>
      )}
    </p>
  );
}
