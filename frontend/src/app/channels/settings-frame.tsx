'use client';

import { Menu as MenuIcon } from 'lucide-react';
import { useLayoutEffect, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { titled } from '../titled';
import { setPageTitle } from './page-title';
import styles from './settings-frame.module.css';
import { useShell } from './shell-context';

interface Props {
  title: string;
  hint: string;
  /** What the settings are of; undefined while it loads. */
  of: string | undefined;
  children: ReactNode;
}

/** One page of settings, beside the list of its fellows. */
export function SettingsFrame({ title, hint, of, children }: Props) {
  const t = useTranslations();
  const shell = useShell();

  useLayoutEffect(() => {
    if (of !== undefined) setPageTitle(titled(title, of));
  }, [of, title]);

  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <IconButton label={t('account.allSettings')} className={styles.menu} onClick={shell.showNavigation}>
          <MenuIcon size={20} aria-hidden />
        </IconButton>
        <h1 className={styles.title}>{title}</h1>
      </header>
      <div className={styles.scroll}>
        <div className={styles.content}>
          <p className={styles.hint}>{hint}</p>
          {children}
        </div>
      </div>
    </main>
  );
}

export function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}
