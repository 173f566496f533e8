'use client';

import { ArrowLeft, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Skeleton } from '@/components/ui/skeleton';
import type { PlainKey } from '@/i18n/translate';
import styles from './settings-navigation.module.css';

export interface SettingsEntry {
  href: string;
  label: PlainKey<SettingsSection>;
  icon: LucideIcon;
}

/** What has pages of settings. */
type SettingsSection =
  | 'account'
  | 'appearance'
  | 'notifications'
  | 'servers'
  | 'roles'
  | 'members'
  | 'channels'
  | 'invites'
  | 'bans'
  | 'audit'
  | 'exporting';

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
  const t = useTranslations();
  const current = usePathname();
  return (
    <nav className={styles.nav} aria-label={label}>
      <Link href={back} className={styles.back} aria-label={name && t('account.backTo', { name })} onClick={onOpen}>
        <ArrowLeft size={18} aria-hidden className="pointing" />
        <span className={styles.name} dir="auto">
          {name ?? <Skeleton width={110} height={16} />}
        </span>
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
              {t(page)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
