'use client';

import { useMutation } from '@tanstack/react-query';
import { LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { session } from '@/session/browser-session';
import { useMe } from '@/session/use-session';
import { logOut } from '../api/log-out';
import { chooseTheme, useTheme, type Theme } from '../model/theme';
import { StatusMenu } from './status-menu';
import styles from './user-area.module.css';

const THEMES: { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: 'system', label: 'Like the system', icon: <Monitor size={18} aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun size={18} aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon size={18} aria-hidden /> },
];

export function UserArea() {
  const me = useMe();
  // The session ends here only when it has ended there: the cookie would sign in the next one at this browser.
  const leaving = useMutation({ mutationFn: logOut, onSuccess: () => session.end() });
  const theme = useTheme();
  const router = useRouter();
  if (me === null) return <div className={styles.area} />;
  return (
    <div className={styles.area}>
      <StatusMenu userId={me.userId} name={me.displayName} />
      <span className={styles.names}>
        <span className={styles.name}>{me.displayName}</span>
        {leaving.isError ? (
          <span role="alert" className={styles.problem}>
            Not logged out. Try again.
          </span>
        ) : (
          <span className={styles.username}>@{me.username}</span>
        )}
      </span>
      <Menu
        side="top"
        align="end"
        trigger={
          <IconButton label="Settings" side="top">
            <Settings size={18} aria-hidden />
          </IconButton>
        }
      >
        <MenuChoice label="Theme" value={theme} options={THEMES} onChange={chooseTheme} />
        <MenuSeparator />
        <MenuItem icon={<Settings size={18} aria-hidden />} onSelect={() => router.push('/channels/settings/account')}>
          Your settings
        </MenuItem>
        <MenuItem icon={<LogOut size={18} aria-hidden />} onSelect={() => leaving.mutate()}>
          Log out
        </MenuItem>
      </Menu>
    </div>
  );
}
