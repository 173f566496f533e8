import type { Profile } from '@/contracts/profile';
import type { Server } from '@/contracts/server';
import type { ChannelCreated } from '@/realtime/events';

/** Applying an event that the state contains already changes nothing. */
export function applyChannelCreated(server: Server, { channelId, name }: ChannelCreated): Server {
  if (server.channels.some((channel) => channel.channelId === channelId)) return server;
  return { ...server, channels: [...server.channels, { channelId, name }] };
}

export function withMember(members: readonly Profile[], profile: Profile): readonly Profile[] {
  return members.some(({ userId }) => userId === profile.userId) ? members : [...members, profile];
}

/** By name, as people read them. */
export function byName(members: readonly Profile[], locale?: string): Profile[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  return [...members].sort((one, other) => compare(one.displayName, other.displayName));
}
