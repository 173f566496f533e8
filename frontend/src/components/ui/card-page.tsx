import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './card-page.module.css';
import { LogoMark } from './logo';

interface Props {
  title: string;
  subtitle?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}

/** A page that is about one thing only: signing in, an invitation, an error. */
export function CardPage({ title, subtitle, children, footer }: Props) {
  return (
    <div className={styles.page}>
      <header>
        <Link href="/" className={styles.brand}>
          <LogoMark size={28} />
          WebChat
        </Link>
      </header>
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
