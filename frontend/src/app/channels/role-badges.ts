import { NO_BADGE, type Badge } from '@/contracts/badge';

interface Marks {
  ofChannel(channelId: string): Badge;
  ofServer(serverId: string): Badge;
}

/**
 * What waits where while one looks at a server as a role: nobody who has read there, and whom something there calls. What
 * waits elsewhere, and in the inbox, waits for oneself all the same.
 *
 * @param channelIds all of the server that one looks at
 */
export function badgesAsRole<M extends Marks>(
  badges: M,
  viewedServerId: string | null,
  channelIds: ReadonlySet<string>,
): M {
  if (viewedServerId === null) return badges;
  return {
    ...badges,
    ofChannel: (channelId: string) => (channelIds.has(channelId) ? NO_BADGE : badges.ofChannel(channelId)),
    ofServer: (serverId: string) => (serverId === viewedServerId ? NO_BADGE : badges.ofServer(serverId)),
  };
}
