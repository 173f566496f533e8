'use client';

import { ArrowLeft, Info, Shield, Users } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Skeleton } from '@/components/ui/skeleton';
import styles from './settings-navigation.module.css';

const PAGES = [
  { path: 'overview', label: 'Overview', icon: Info },
  { path: 'roles', label: 'Roles', icon: Shield },
  { path: 'members', label: 'Members', icon: Users },
] as const;

interface Props {
  serverId: string;
  /** Undefined while it loads. */
  name: string | undefined;
  onOpen(): void;
}

/** The pages of a server's settings, in place of its channels. */
export function SettingsNavigation({ serverId, name, onOpen }: Props) {
  const current = usePathname();
  return (
    <nav className={styles.nav} aria-label="Server settings">
      <Link
        href={`/channels/${serverId}`}
        className={styles.back}
        aria-label={name && `Back to ${name}`}
        onClick={onOpen}
      >
        <ArrowLeft size={18} aria-hidden />
        <span className={styles.name}>{name ?? <Skeleton width={110} height={16} />}</span>
      </Link>
      <ul className={styles.list}>
        {PAGES.map(({ path, label, icon: Icon }) => {
          const href = `/channels/${serverId}/settings/${path}`;
          return (
            <li key={path}>
              <Link
                href={href}
                className={styles.page}
                aria-current={current === href ? 'page' : undefined}
                onClick={onOpen}
              >
                <Icon size={18} aria-hidden />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
