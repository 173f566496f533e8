import type { ReactNode } from 'react';
import styles from './entries.module.css';

/** A list of things with what is known of each, and what one can do with it. */
export function Entries({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.entries} aria-label={label}>
      {children}
    </ul>
  );
}

interface EntryProps {
  sign: ReactNode;
  title: ReactNode;
  /** Beneath the title, smaller. */
  about?: ReactNode;
  /** Beneath that, in full. */
  text?: ReactNode;
  actions?: ReactNode;
}

export function Entry({ sign, title, about, text, actions }: EntryProps) {
  return (
    <li className={styles.entry}>
      <span className={styles.sign}>{sign}</span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {about && <span className={styles.about}>{about}</span>}
        {text && <span className={styles.text}>{text}</span>}
      </span>
      {actions && <span className={styles.actions}>{actions}</span>}
    </li>
  );
}

/** In place of a list that has nothing in it. */
export function NoEntries({ children }: { children: ReactNode }) {
  return <p className={styles.none}>{children}</p>;
}
