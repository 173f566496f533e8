import { Menu } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import styles from './no-channel.module.css';
import { useShell } from './shell-context';

/** Where there is room for one pane only: to the servers and settings, from a page that shows nothing else. */
export function NavigationButton() {
  const t = useTranslations();
  const { showNavigation } = useShell();
  return (
    <IconButton label={t('shell.serversAndSettings')} className={styles.menu} onClick={showNavigation}>
      <Menu size={20} aria-hidden />
    </IconButton>
  );
}
