import { CircleAlert } from 'lucide-react';
import styles from './form-error.module.css';

/** What went wrong with the whole of a form, rather than with one field. */
export function FormError({ message }: { message: string | null }) {
  return (
    <div role="alert" className={styles.place}>
      {message && (
        <p className={styles.error}>
          <CircleAlert size={18} aria-hidden />
          {message}
        </p>
      )}
    </div>
  );
}
