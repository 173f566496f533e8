'use client';

import { ArrowLeft, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useState, type SyntheticEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { SearchField } from '@/components/ui/search-field';
import { Skeleton } from '@/components/ui/skeleton';
import { namesWords } from '@/i18n/names-words';
import type { PlainKey } from '@/i18n/translate';
import styles from './settings-navigation.module.css';
import { foundIn } from './settings-search';

export interface SettingsEntry {
  href: string;
  label: PlainKey<SettingsSection>;
  icon: LucideIcon;
  /** What is on it, to be found by. */
  settings: readonly PlainKey<SettingsSection | 'permissions'>[];
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

/** The pages of settings, in place of channels, found by what is on them. */
export function SettingsNavigation({ label, back, name, pages, onOpen }: Props) {
  const t = useTranslations();
  const current = usePathname();
  const router = useRouter();
  const locale = useLocale();
  const [text, setText] = useState('');
  const found = foundIn(pages, text, (key) => t(key));

  function openFirst(event: SyntheticEvent) {
    event.preventDefault();
    const [first] = found;
    if (text.trim() === '' || first === undefined) return;
    router.push(first.page.href);
    onOpen();
  }

  return (
    <nav className={styles.nav} aria-label={label}>
      <Link href={back} className={styles.back} aria-label={name && t('account.backTo', { name })} onClick={onOpen}>
        <ArrowLeft size={18} aria-hidden className="pointing" />
        <span className={styles.name} dir="auto">
          {name ?? <Skeleton width={110} height={16} />}
        </span>
      </Link>
      <form role="search" className={styles.search} onSubmit={openFirst}>
        <SearchField
          label={t('account.search')}
          placeholder={t('account.search')}
          value={text}
          onChange={setText}
          count={text.trim() === '' ? undefined : t('account.pagesFound', { count: found.length })}
        />
      </form>
      {found.length === 0 && <p className={styles.nothing}>{t('account.noSettings')}</p>}
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.map(({ page: { href, label: page, icon: Icon }, settings }) => (
            <li key={href}>
              <Link
                href={href}
                className={styles.page}
                aria-current={current === href ? 'page' : undefined}
                onClick={onOpen}
              >
                <Icon size={18} aria-hidden />
                <span className={styles.words}>
                  {t(page)}
                  {settings.length > 0 && <span className={styles.found}>{namesWords(settings, locale)}</span>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
