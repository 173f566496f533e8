'use client';

import { Link2, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import styles from './rail-actions.module.css';
import { useShell } from './shell-context';

export function RailActions() {
  const t = useTranslations();
  const { open, expect } = useShell();
  return (
    <>
      <IconButton
        label={t('shell.createServer')}
        side="right"
        className={styles.action}
        onClick={() => open({ name: 'create-server' })}
        onFocus={() => expect('create-server')}
        onPointerEnter={() => expect('create-server')}
      >
        <Plus size={20} aria-hidden />
      </IconButton>
      <IconButton
        label={t('shell.joinByInvite')}
        side="right"
        className={styles.action}
        onClick={() => open({ name: 'join-server' })}
        onFocus={() => expect('join-server')}
        onPointerEnter={() => expect('join-server')}
      >
        <Link2 size={20} aria-hidden />
      </IconButton>
    </>
  );
}
