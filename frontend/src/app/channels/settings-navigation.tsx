'use client';

import { ArrowLeft, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Skeleton } from '@/components/ui/skeleton';
import styles from './settings-navigation.module.css';

export interface SettingsEntry {
  href: string;
  label: string;
  icon: LucideIcon;
}

interface Props {
  label: string;
  back: string;
  /** Undefined while it loads. */
  name: string | undefined;
  pages: readonly SettingsEntry[];
  onOpen(): void;
}

/** The pages of settings, in place of channels. */
export function SettingsNavigation({ label, back, name, pages, onOpen }: Props) {
  const current = usePathname();
  return (
    <nav className={styles.nav} aria-label={label}>
      <Link href={back} className={styles.back} aria-label={name && `Back to ${name}`} onClick={onOpen}>
        <ArrowLeft size={18} aria-hidden />
        <span className={styles.name}>{name ?? <Skeleton width={110} height={16} />}</span>
      </Link>
      <ul className={styles.list}>
        {pages.map(({ href, label: page, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              className={styles.page}
              aria-current={current === href ? 'page' : undefined}
              onClick={onOpen}
            >
              <Icon size={18} aria-hidden />
              {page}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
