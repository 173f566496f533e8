'use client';

import { useMutation } from '@tanstack/react-query';
import { Activity, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { leave } from '@/session/leave';
import { useIsOperator, useMe } from '@/session/use-session';
import { logOut } from '../api/log-out';
import { chooseTheme, useTheme } from '../model/theme';
import { StatusMenu } from './status-menu';
import styles from './user-area.module.css';

const THEMES = [
  { value: 'system', label: 'appearance.system', icon: <Monitor size={18} aria-hidden /> },
  { value: 'light', label: 'appearance.light', icon: <Sun size={18} aria-hidden /> },
  { value: 'dark', label: 'appearance.dark', icon: <Moon size={18} aria-hidden /> },
] as const;

interface Props {
  /** Whether one looks at a server as somebody else. */
  looking: boolean;
}

export function UserArea({ looking }: Props) {
  const t = useTranslations();
  const me = useMe();
  const isOperator = useIsOperator();
  // The session ends here only when it has ended there: the cookie would sign in the next one at this browser.
  const leaving = useMutation({ mutationFn: logOut, onSuccess: leave });
  const theme = useTheme();
  const router = useRouter();
  if (me === null) return <div className={styles.area} />;
  return (
    <div className={styles.area}>
      <StatusMenu userId={me.userId} name={me.displayName} looking={looking} />
      <span className={styles.names}>
        <span className={styles.name} dir="auto">
          {me.displayName}
        </span>
        {leaving.isError ? (
          <span role="alert" className={styles.problem}>
            {t('account.notLoggedOut')}
          </span>
        ) : (
          <span className={styles.username} dir="auto">
            {me.statusText ?? `@${me.username}`}
          </span>
        )}
      </span>
      <Menu
        side="top"
        align="end"
        trigger={
          <IconButton label={t('account.settings')} side="top">
            <Settings size={18} aria-hidden />
          </IconButton>
        }
      >
        <MenuChoice
          label={t('appearance.theme')}
          value={theme}
          options={THEMES.map((option) => ({ ...option, label: t(option.label) }))}
          onChange={chooseTheme}
        />
        <MenuSeparator />
        <MenuItem icon={<Settings size={18} aria-hidden />} onSelect={() => router.push('/channels/settings/account')}>
          {t('account.yourSettings')}
        </MenuItem>
        {isOperator && (
          <MenuItem icon={<Activity size={18} aria-hidden />} onSelect={() => router.push('/operations')}>
            {t('operations.title')}
          </MenuItem>
        )}
        <MenuItem icon={<LogOut size={18} aria-hidden className="pointing" />} onSelect={() => leaving.mutate()}>
          {t('account.logOut')}
        </MenuItem>
      </Menu>
    </div>
  );
}
