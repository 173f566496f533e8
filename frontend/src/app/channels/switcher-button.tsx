'use client';

import { Compass } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import styles from './rail-actions.module.css';
import { useShell } from './shell-context';

export function SwitcherButton() {
  const { open } = useShell();
  return (
    <IconButton label="Go to…" side="right" className={styles.plain} onClick={() => open({ name: 'switcher' })}>
      <Compass size={20} aria-hidden />
    </IconButton>
  );
}
