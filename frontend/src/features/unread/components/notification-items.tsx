'use client';

import { useQueryClient } from '@tanstack/react-query';
import { AtSign, Bell, BellOff, Check, Minus, SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { MenuChoice, MenuItem, MenuMore } from '@/components/ui/menu';
import type { Level } from '../model/badges';
import { timelinesOf } from '../model/badges';
import { readChannel, readServer, wish } from '../model/marks';
import { useUnread } from '../model/use-unread';

interface Props {
  serverId: string;
  /** Null for the server as a whole. */
  channelId: string | null;
}

const INHERITED = 'inherited';

const LEVELS = [
  { value: 'all', label: 'unread.all', icon: <Bell size={18} aria-hidden /> },
  { value: 'mentions', label: 'unread.onlyMentions', icon: <AtSign size={18} aria-hidden /> },
  { value: 'nothing', label: 'unread.nothing', icon: <BellOff size={18} aria-hidden /> },
] as const;

const AS_SERVER = { value: INHERITED, label: 'unread.asServer', icon: <Minus size={18} aria-hidden /> } as const;

/** What one may say about what one hears of a place. */
export function NotificationItems({ serverId, channelId }: Props) {
  const t = useTranslations();
  const client = useQueryClient();
  const state = useUnread();
  const { muted, level } = state.wishes[channelId ?? serverId] ?? { muted: false, level: null };
  const unread = Object.values(channelId === null ? state.timelines : timelinesOf(state, channelId)).some(
    (timeline) => timeline.serverId === serverId && timeline.unread > 0,
  );
  const want = (wanted: { muted: boolean; level: Level | null }) =>
    void wish(client, { serverId, channelId }, wanted).catch(shownAsItIs);

  return (
    <>
      {unread && (
        <MenuItem
          icon={<Check size={18} aria-hidden />}
          onSelect={() =>
            void (channelId === null ? readServer(client, serverId) : readChannel(client, channelId)).catch(shownAsItIs)
          }
        >
          {t('unread.markRead')}
        </MenuItem>
      )}
      <MenuItem
        icon={muted ? <Bell size={18} aria-hidden /> : <BellOff size={18} aria-hidden />}
        onSelect={() => want({ muted: !muted, level })}
      >
        {muted ? t('unread.unmute') : t('unread.mute')}
      </MenuItem>
      <MenuMore icon={<SlidersHorizontal size={18} aria-hidden />} label={t('unread.notifications')}>
        <MenuChoice<Level | typeof INHERITED>
          label={t('unread.showAsUnread')}
          value={level ?? (channelId === null ? 'all' : INHERITED)}
          options={(channelId === null ? LEVELS : [AS_SERVER, ...LEVELS]).map((option) => ({
            ...option,
            label: t(option.label),
          }))}
          onChange={(value) => want({ muted, level: value === INHERITED ? null : value })}
        />
      </MenuMore>
    </>
  );
}

/** What did not happen is taken back where it is shown. */
function shownAsItIs(): void {}
