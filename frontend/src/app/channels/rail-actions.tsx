'use client';

import { Link2, Plus } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import styles from './rail-actions.module.css';
import { useShell } from './shell-context';

export function RailActions() {
  const { open } = useShell();
  return (
    <>
      <IconButton
        label="Create a server"
        side="right"
        className={styles.action}
        onClick={() => open({ name: 'create-server' })}
      >
        <Plus size={20} aria-hidden />
      </IconButton>
      <IconButton
        label="Join by invite link"
        side="right"
        className={styles.action}
        onClick={() => open({ name: 'join-server' })}
      >
        <Link2 size={20} aria-hidden />
      </IconButton>
    </>
  );
}
