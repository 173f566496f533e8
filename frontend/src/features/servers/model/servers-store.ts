import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Profile } from '@/contracts/profile';
import { queryKeys } from '@/contracts/query-keys';
import type { Server } from '@/contracts/server';
import { refetch } from '@/http/refetch';
import { keepProfiles, profileQuery } from '@/profiles/use-profile';
import type { ChannelCreated, MemberJoined } from '@/realtime/events';
import { RecentEvents } from '@/realtime/recent-events';
import { fetchMembers } from '../api/fetch-members';
import { fetchServer } from '../api/fetch-server';
import { fetchServers } from '../api/fetch-servers';
import { applyChannelCreated, withMember } from './server-events';

/** A pane lists this many people at most; nobody scrolls further. */
const MEMBERS_SHOWN = 1_000;

const recentChannels = new RecentEvents<ChannelCreated>();
const recentMembers = new RecentEvents<MemberJoined>();

export const serversQuery = queryOptions({
  queryKey: queryKeys.servers,
  queryFn: ({ signal }) => fetchServers(signal),
});

export const serverQuery = (serverId: string) =>
  queryOptions({
    queryKey: queryKeys.server(serverId),
    queryFn: async ({ signal }): Promise<Server> =>
      recentChannels.of(serverId).reduce(applyChannelCreated, await fetchServer(serverId, signal)),
  });

export const membersQuery = (serverId: string) =>
  queryOptions({
    queryKey: queryKeys.members(serverId),
    queryFn: async ({ signal, client }): Promise<readonly Profile[]> => {
      let members: readonly Profile[] = [];
      let after: string | null = null;
      do {
        const page = await fetchMembers(serverId, after, signal);
        members = [...members, ...page.members];
        after = page.next ?? null;
      } while (after !== null && members.length < MEMBERS_SHOWN);
      keepProfiles(client, members);
      for (const { userId } of recentMembers.of(serverId)) {
        const profile = await client.fetchQuery(profileQuery(userId)).catch(() => null);
        if (profile) members = withMember(members, profile);
      }
      return members;
    },
  });

export function onChannelCreated(client: QueryClient, event: ChannelCreated): void {
  recentChannels.add(event.serverId, event);
  client.setQueryData(serverQuery(event.serverId).queryKey, (server) => server && applyChannelCreated(server, event));
}

export async function onMemberJoined(client: QueryClient, event: MemberJoined): Promise<void> {
  recentMembers.add(event.serverId, event);
  const { queryKey } = membersQuery(event.serverId);
  if (client.getQueryData(queryKey) === undefined) return;
  const profile = await client.fetchQuery(profileQuery(event.userId)).catch(() => null);
  if (profile) client.setQueryData(queryKey, (members) => members && withMember(members, profile));
}

/** Delivery of this server's events begins; fetch what came before with the token that is known by now. */
export function onSubscribed(client: QueryClient, serverId: string): void {
  void refetch(client, queryKeys.servers);
  void refetch(client, queryKeys.server(serverId));
  void refetch(client, queryKeys.members(serverId));
}

export function onUnsubscribed(client: QueryClient, serverId: string): void {
  void refetch(client, queryKeys.servers);
  client.removeQueries({ queryKey: queryKeys.server(serverId) });
  client.removeQueries({ queryKey: queryKeys.members(serverId) });
}

/** Delivery starts anew: between what is kept and what will arrive there may be a hole. */
export function onRestart(client: QueryClient): void {
  recentChannels.clear();
  recentMembers.clear();
  void refetch(client, queryKeys.servers);
  void refetch(client, queryKeys.everyServer);
  void refetch(client, queryKeys.everyMembers);
}
