'use client';

import { Compass } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import styles from './rail-actions.module.css';
import { useShell } from './shell-context';

export function SwitcherButton() {
  const t = useTranslations();
  const { open } = useShell();
  return (
    <IconButton
      label={t('shell.goTo')}
      side="right"
      className={styles.plain}
      onClick={() => open({ name: 'switcher' })}
    >
      <Compass size={20} aria-hidden />
    </IconButton>
  );
}
