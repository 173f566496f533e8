'use client';

import { Menu, MessageCircle } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import styles from '../no-channel.module.css';
import { useShell } from '../shell-context';

/** Beside one's conversations, before one is chosen. */
export function DirectPage() {
  const { open, showNavigation } = useShell();
  return (
    <main className={styles.page}>
      <IconButton label="Conversations" className={styles.menu} onClick={showNavigation}>
        <Menu size={20} aria-hidden />
      </IconButton>
      <EmptyState
        icon={<MessageCircle size={30} />}
        title="Direct messages"
        actions={<Button onClick={() => open({ name: 'new-conversation' })}>New conversation</Button>}
      >
        Talk to somebody alone, or to a few in a group: with all whom you share a server with.
      </EmptyState>
    </main>
  );
}
