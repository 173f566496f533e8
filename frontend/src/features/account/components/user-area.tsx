'use client';

import { LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useMe } from '@/session/use-session';
import { chooseTheme, useTheme, type Theme } from '../model/theme';
import styles from './user-area.module.css';

const THEMES: { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: 'system', label: 'Like the system', icon: <Monitor size={18} aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun size={18} aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon size={18} aria-hidden /> },
];

export function UserArea({ onLogOut }: { onLogOut(): void }) {
  const me = useMe();
  const theme = useTheme();
  if (me === null) return <div className={styles.area} />;
  return (
    <div className={styles.area}>
      <Avatar id={me.userId} name={me.displayName} size="small" />
      <span className={styles.names}>
        <span className={styles.name}>{me.displayName}</span>
        <span className={styles.username}>@{me.username}</span>
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
        <MenuItem icon={<LogOut size={18} aria-hidden />} onSelect={onLogOut}>
          Log out
        </MenuItem>
      </Menu>
    </div>
  );
}
