import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './button.module.css';

interface Props {
  href: string;
  look?: 'primary' | 'plain';
  wide?: boolean;
  children: ReactNode;
}

/** Looks like a button and goes somewhere. */
export function LinkButton({ href, look = 'primary', wide = false, children }: Props) {
  return (
    <Link
      href={href}
      className={[styles.button, styles.roomy, styles[look], wide && styles.wide].filter(Boolean).join(' ')}
    >
      {children}
    </Link>
  );
}
