import { Hash } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './channel-beginning.module.css';

interface Props {
  /** The sign of a channel if absent. */
  icon?: ReactNode;
  title: string;
  text: string;
  children?: ReactNode;
}

/** Stands above the first message: what this place is, and what to do with it. */
export function ChannelBeginning({ icon, title, text, children }: Props) {
  return (
    <section className={styles.beginning}>
      {icon ?? (
        <span className={styles.icon}>
          <Hash size={30} aria-hidden />
        </span>
      )}
      <h2 className={styles.title} dir="auto">
        {title}
      </h2>
      <p className={styles.text}>{text}</p>
      <div className={styles.actions}>{children}</div>
    </section>
  );
}
