import { Hash } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './channel-beginning.module.css';

/** Stands above the first message: what this place is, and what to do with it. */
export function ChannelBeginning({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.beginning}>
      <span className={styles.icon}>
        <Hash size={30} aria-hidden />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>This is where the conversation begins. What is written here stays for all who join.</p>
      <div className={styles.actions}>{children}</div>
    </section>
  );
}
