import type { ReactNode } from 'react';
import styles from './outcome.module.css';

interface Props {
  look?: 'good' | 'watch';
  /** Nothing as long as nothing was done. */
  children: ReactNode;
}

/** How what was last done ended. Its place is always there: only what changes in it is read out. */
export function Outcome({ look = 'good', children }: Props) {
  return (
    <div role="status" className={styles.place}>
      {children && (
        <p className={styles.outcome} data-look={look}>
          {children}
        </p>
      )}
    </div>
  );
}
