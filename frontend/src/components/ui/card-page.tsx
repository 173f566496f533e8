import type { ReactNode } from 'react';
import { Brand } from './brand';
import styles from './card-page.module.css';

interface Props {
  title: string;
  subtitle?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** Above it; where the app is broken, it leads nowhere. */
  brand?: ReactNode;
}

/** A page that is about one thing only: signing in, an invitation, an error. */
export function CardPage({ title, subtitle, children, footer, brand = <Brand /> }: Props) {
  return (
    <div className={styles.page}>
      <header>{brand}</header>
      <main className={styles.card}>
        <div className={styles.header}>
          <h1 className={styles.title}>{title}</h1>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        {children}
      </main>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </div>
  );
}
