'use client';

import { Menu, MenuChoice } from '@/components/ui/menu';
import { ownPresence } from '@/presence/browser-presence';
import { PresenceDot } from '@/presence/presence-dot';
import { PresentAvatar } from '@/presence/present-avatar';
import { STATUS_LABELS } from '@/presence/status-label';
import { useOwnChoice, useStatus, useWatchedPeople } from '@/presence/use-presence';
import type { PresenceChoice } from '@/realtime/protocol';
import styles from './status-menu.module.css';

const CHOICES: { value: PresenceChoice; label: string; icon: React.ReactNode }[] = [
  { value: 'automatic', label: 'Online', icon: <PresenceDot status="online" /> },
  { value: 'idle', label: 'Idle', icon: <PresenceDot status="idle" /> },
  { value: 'do-not-disturb', label: 'Do not disturb', icon: <PresenceDot status="do-not-disturb" /> },
  { value: 'invisible', label: 'Invisible', icon: <PresenceDot status="offline" /> },
];

/** One's own avatar, how one is seen, and the choice of it. */
export function StatusMenu({ userId, name }: { userId: string; name: string }) {
  useWatchedPeople([userId]);
  const chosen = useOwnChoice();
  const status = useStatus(userId);
  const label = chosen === 'invisible' ? 'Invisible' : STATUS_LABELS[status];
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className={styles.button} aria-label={`Your status: ${label}`}>
          <PresentAvatar userId={userId} name={name} />
        </button>
      }
    >
      <MenuChoice
        label="How others see you"
        value={chosen}
        options={CHOICES}
        onChange={(next) => ownPresence.choose(next)}
      />
      <p className={styles.hint}>Holds on all your devices. After ten minutes away you are idle.</p>
    </Menu>
  );
}
