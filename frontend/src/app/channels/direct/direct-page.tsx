'use client';

import { Menu, MessageCircle } from 'lucide-react';
import { useEffect, useLayoutEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { titled } from '../../titled';
import styles from '../no-channel.module.css';
import { setPageTitle } from '../page-title';
import { useShell } from '../shell-context';

/** Beside one's conversations, before one is chosen. */
export function DirectPage() {
  const t = useTranslations();
  const { open, expect, showNavigation } = useShell();

  useEffect(() => expect('new-conversation'), [expect]);
  useLayoutEffect(() => setPageTitle(titled(t('shell.directTitle'))), [t]);

  return (
    <main className={styles.page}>
      <IconButton label={t('shell.conversations')} className={styles.menu} onClick={showNavigation}>
        <Menu size={20} aria-hidden />
      </IconButton>
      <EmptyState
        icon={<MessageCircle size={30} />}
        title={t('shell.directTitle')}
        actions={<Button onClick={() => open({ name: 'new-conversation' })}>{t('shell.newConversation')}</Button>}
      >
        {t('shell.directText')}
      </EmptyState>
    </main>
  );
}
