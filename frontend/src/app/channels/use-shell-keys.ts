'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { Server } from '@/contracts/server';
import { groupsOf } from '@/features/channels/model/places';
import { conversationsQuery } from '@/features/conversations/model/conversations-store';
import { serversQuery } from '@/features/servers/model/servers-store';
import { readChannel, readServer } from '@/features/unread/model/marks';
import type { ShellDialog } from './shell-context';
import { stepFrom } from './steps';
import type { useBadges } from './use-badges';
import { useShortcuts } from './use-shortcuts';

interface Here {
  serverId: string | null;
  channelId: string | null;
  server: Server | undefined;
  direct: boolean;
  badges: ReturnType<typeof useBadges>;
  open(dialog: ShellDialog): void;
  /** What Escape does before it reads the channel. */
  onEscape: (() => void) | null;
}

const DIRECT = 'direct';

/** The shortcuts that work everywhere. */
export function useShellKeys({ serverId, channelId, server, direct, badges, open, onEscape }: Here): void {
  const client = useQueryClient();
  const router = useRouter();
  const servers = useQuery(serversQuery).data ?? [];
  const conversations = useQuery(conversationsQuery).data ?? [];

  function goToChannel(by: -1 | 1, unreadOnly: boolean) {
    const places = direct
      ? conversations.map((conversation) => ({ ...conversation, badge: badges.ofConversation(conversation.channelId) }))
      : (server ? groupsOf(server) : [])
          .flatMap(({ channels }) => channels)
          .map((channel) => ({
            serverId: serverId ?? '',
            channelId: channel.channelId,
            badge: badges.ofChannel(channel.channelId),
          }));
    const current = places.find((place) => place.channelId === channelId) ?? null;
    const next = stepFrom(places, current, by, ({ badge }) => !unreadOnly || badge.unread || badge.mentions > 0);
    if (next) router.push(`/channels/${next.serverId}/${next.channelId}`);
  }

  function goToServer(by: -1 | 1) {
    const ids = [DIRECT, ...servers.map((each) => each.serverId)];
    const next = stepFrom(ids, direct ? DIRECT : serverId, by);
    if (next !== null) router.push(`/channels/${next}`);
  }

  /** What did not happen is taken back where it is shown. */
  function read(marking: Promise<void> | null | '') {
    if (marking) void marking.catch(() => undefined);
  }

  useShortcuts({
    switcher: () => open({ name: 'switcher' }),
    shortcuts: () => open({ name: 'shortcuts' }),
    'previous-channel': () => goToChannel(-1, false),
    'next-channel': () => goToChannel(1, false),
    'previous-unread': () => goToChannel(-1, true),
    'next-unread': () => goToChannel(1, true),
    'previous-server': () => goToServer(-1),
    'next-server': () => goToServer(1),
    'read-channel': onEscape ?? (() => read(channelId && readChannel(client, channelId))),
    'read-server': () => read(serverId && readServer(client, serverId)),
  });
}
