import type { Badge } from '@/contracts/badge';
import { keyOf, type Unread, type UnreadState } from './unread';

export type Level = 'all' | 'mentions' | 'nothing';

/** What one hears of a channel: what one wants of it, or else of its server. */
export function heardOf(state: UnreadState, serverId: string, channelId: string): { muted: boolean; level: Level } {
  const server = state.wishes[serverId];
  const channel = state.wishes[channelId];
  return {
    muted: (channel?.muted ?? false) || (server?.muted ?? false),
    level: channel?.level ?? server?.level ?? 'all',
  };
}

/** What a channel shows: its own messages and those of the threads one is in. Muted shows neither bold nor number. */
export function badgeOf(state: UnreadState, channelId: string): Badge {
  const own = state.timelines[keyOf(channelId)];
  if (own === undefined) return { unread: false, mentions: 0, muted: state.wishes[channelId]?.muted ?? false };
  const { muted, level } = heardOf(state, own.serverId, channelId);
  const all = timelinesOf(state, channelId);
  return {
    unread: !muted && level === 'all' && all.some(({ unread }) => unread > 0),
    mentions: muted || level === 'nothing' ? 0 : sum(all, ({ mentions }) => mentions),
    muted,
  };
}

/** What a server shows: all its channels together. */
export function badgeOfServer(state: UnreadState, serverId: string): Badge {
  const badges = channelsOf(state, serverId).map((channelId) => badgeOf(state, channelId));
  return {
    unread: badges.some(({ unread }) => unread),
    mentions: sum(badges, ({ mentions }) => mentions),
    muted: state.wishes[serverId]?.muted ?? false,
  };
}

/** In a direct conversation every message is for the reader. */
export function badgeOfConversation(state: UnreadState, channelId: string): Badge {
  const badge = badgeOf(state, channelId);
  return badge.unread ? { ...badge, mentions: sum(timelinesOf(state, channelId), ({ unread }) => unread) } : badge;
}

/** How much calls for the reader, everywhere: for the title of the window. */
export function totalOf(state: UnreadState, conversations: ReadonlySet<string>): Badge {
  const channels = new Set(Object.values(state.timelines).map(({ channelId }) => channelId));
  const badges = [...channels].map((channelId) =>
    conversations.has(channelId) ? badgeOfConversation(state, channelId) : badgeOf(state, channelId),
  );
  return {
    unread: badges.some(({ unread }) => unread),
    mentions: sum(badges, ({ mentions }) => mentions),
    muted: false,
  };
}

export function timelinesOf(state: UnreadState, channelId: string): readonly Unread[] {
  return Object.values(state.timelines).filter((unread) => unread.channelId === channelId);
}

export function channelsOf(state: UnreadState, serverId: string): readonly string[] {
  const channels = Object.values(state.timelines).filter((unread) => unread.serverId === serverId);
  return [...new Set(channels.map(({ channelId }) => channelId))];
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
