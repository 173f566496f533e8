'use client';

import { Menu, MessageCircle } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import styles from '../no-channel.module.css';
import { useShell } from '../shell-context';

/** Beside one's conversations, before one is chosen. */
export function DirectPage() {
  const { showNavigation } = useShell();
  return (
    <main className={styles.page}>
      <IconButton label="Conversations" className={styles.menu} onClick={showNavigation}>
        <Menu size={20} aria-hidden />
      </IconButton>
      <EmptyState icon={<MessageCircle size={30} />} title="Direct messages">
        Talk to somebody alone: choose them from the members of a server, and then Message.
      </EmptyState>
    </main>
  );
}
