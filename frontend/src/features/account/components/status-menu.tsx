'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Menu, MenuChoice } from '@/components/ui/menu';
import type { PlainKey } from '@/i18n/translate';
import { ownPresence } from '@/presence/browser-presence';
import { PresenceDot } from '@/presence/presence-dot';
import { PresentAvatar } from '@/presence/present-avatar';
import { useOwnChoice, useStatus, useWatchedPeople } from '@/presence/use-presence';
import type { PresenceChoice } from '@/realtime/protocol';
import styles from './status-menu.module.css';

const CHOICES = [
  { value: 'automatic', label: 'statuses.online', icon: <PresenceDot status="online" /> },
  { value: 'idle', label: 'statuses.idle', icon: <PresenceDot status="idle" /> },
  { value: 'do-not-disturb', label: 'statuses.do-not-disturb', icon: <PresenceDot status="do-not-disturb" /> },
  { value: 'invisible', label: 'statuses.invisible', icon: <PresenceDot status="offline" /> },
] as const satisfies readonly { value: PresenceChoice; label: PlainKey<'statuses'>; icon: ReactNode }[];

interface Props {
  userId: string;
  name: string;
  /** Whether nothing can be chosen, because one looks at a server as somebody else. */
  looking: boolean;
}

/** One's own avatar, how one is seen, and the choice of it. */
export function StatusMenu({ userId, name, looking }: Props) {
  const t = useTranslations();
  useWatchedPeople([userId]);
  const chosen = useOwnChoice();
  const status = useStatus(userId);
  const label = t(`statuses.${chosen === 'invisible' ? chosen : status}`);
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className={styles.button} aria-label={t('account.status', { status: label })}>
          <PresentAvatar userId={userId} name={name} />
        </button>
      }
    >
      <MenuChoice
        label={t('account.howSeen')}
        value={chosen}
        options={CHOICES.map((option) => ({ ...option, label: t(option.label) }))}
        disabled={looking}
        onChange={(next) => ownPresence.choose(next)}
      />
      <p className={styles.hint}>{t(looking ? 'account.howSeenLooking' : 'account.howSeenHint')}</p>
    </Menu>
  );
}
