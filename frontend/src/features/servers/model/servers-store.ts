import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Member } from '@/contracts/member';
import { later, profileOf, type Profile } from '@/contracts/profile';
import { queryKeys } from '@/contracts/query-keys';
import type { Server } from '@/contracts/server';
import { refetch } from '@/http/refetch';
import { keepProfiles, profileQuery } from '@/profiles/use-profile';
import type { StructureEvent } from '@/realtime/events';
import { RecentEvents } from '@/realtime/recent-events';
import { session } from '@/session/browser-session';
import { fetchMembers } from '../api/fetch-members';
import { fetchServer } from '../api/fetch-server';
import { fetchServers } from '../api/fetch-servers';
import { applyToMembers, withFound, withMember } from './member-fold';
import { idBefore } from './neighbour';
import { applyToServer, applyToServers, asSeenBy } from './server-fold';
import { Settling } from './settling';
import { changesOrder, changesSight } from './sight';

/** A pane lists this many people at most; nobody scrolls further. Who is not among them is searched for by name. */
const MEMBERS_SHOWN = 1_000;

/** Of those who are called alike as many are found; whoever wants another one types on. */
export const MEMBERS_FOUND = 100;

/** The services look at so many people for each page, so this ends in any server. */
const PAGES_SEARCHED = 50;

const recent = new RecentEvents<StructureEvent>(200);

export const serversQuery = queryOptions({
  queryKey: queryKeys.servers,
  queryFn: ({ signal }) => fetchServers(signal),
});

export const serverQuery = (serverId: string) =>
  queryOptions({
    queryKey: queryKeys.server(serverId),
    queryFn: async ({ signal, client }): Promise<Server> => {
      const fetched = await fetchServer(serverId, signal);
      return asSeenBy(recent.of(serverId).reduce(applyToServer, fetched), myself(client, serverId));
    },
  });

/** One's own membership is always among them: one's permissions hang on it. */
export const membersQuery = (serverId: string) =>
  queryOptions({
    queryKey: queryKeys.members(serverId),
    queryFn: async ({ signal, client }): Promise<readonly Member[]> => {
      let members: readonly Member[] = [];
      let after: string | null = null;
      do {
        const page = await fetchMembers(serverId, after, signal);
        members = [...members, ...page.members];
        after = page.next ?? null;
      } while (after !== null && members.length < MEMBERS_SHOWN);
      client.setQueryData<boolean>(queryKeys.membersCut(serverId), after !== null);
      const found = client.getQueriesData<readonly Member[]>({
        queryKey: queryKeys.everyFoundMembers(serverId),
        // Others are being searched for anew, or by nobody.
        predicate: ({ state }) => !state.isInvalidated,
      });
      members = withFound(
        members,
        found.flatMap(([, people]) => people ?? []),
      );
      const me = myId();
      if (me !== undefined && after !== null && !members.some(({ userId }) => userId === me)) {
        members = [...members, ...(await fetchMembers(serverId, idBefore(me), signal, 1)).members];
      }
      keepProfiles(client, members.map(profileOf));
      const profiles = await profilesOfJoined(client, serverId);
      // At one go: what is told while this waited for a profile would be missing.
      for (const event of recent.of(serverId)) {
        members =
          event.type === 'webchat.member.joined.v1'
            ? joined(members, event, profiles.get(event.data.userId) ?? null)
            : applyToMembers(members, event);
      }
      // The socket may have told of a later profile than the answer has.
      return members.map((member) => later(client.getQueryData<Profile>(queryKeys.profile(member.userId)), member));
    },
  });

/** Whether there are more members than {@link membersQuery} lists; false while that is not known. */
export const membersCutQuery = (serverId: string) =>
  queryOptions<boolean>({
    queryKey: queryKeys.membersCut(serverId),
    initialData: false,
    enabled: false,
    gcTime: Infinity,
  });

/**
 * Those with a name that begins with a text, or a word in it that does, up to {@link MEMBERS_FOUND}. They are among the
 * members that are listed from then on.
 */
export const foundMembersQuery = (serverId: string, name: string) =>
  queryOptions({
    queryKey: queryKeys.foundMembers(serverId, name),
    queryFn: async ({ signal, client }): Promise<readonly Member[]> => {
      let found: readonly Member[] = [];
      let after: string | null = null;
      let pages = 0;
      do {
        const page = await fetchMembers(serverId, after, signal, MEMBERS_FOUND, name);
        found = [...found, ...page.members];
        after = page.next ?? null;
      } while (after !== null && found.length < MEMBERS_FOUND && ++pages < PAGES_SEARCHED);
      keepProfiles(client, found.map(profileOf));
      client.setQueryData(membersQuery(serverId).queryKey, (members) => members && withFound(members, found));
      return found;
    },
    // Who is listed is kept up to date by events; who comes later is found by the next search.
    staleTime: 60_000,
  });

/** Whether all whom a search by a name would find are known: a search by the beginning of it has found them. */
export function isSearched(client: QueryClient, serverId: string, name: string): boolean {
  return client
    .getQueriesData<readonly Member[]>({ queryKey: queryKeys.everyFoundMembers(serverId) })
    .some(([key, found]) => {
      const earlier = key.at(-1) as string;
      return found !== undefined && found.length < MEMBERS_FOUND && earlier !== name && name.startsWith(earlier);
    });
}

/** Somebody is shown otherwise from now on, in every list of members that they are in. */
export function onProfile(client: QueryClient, profile: Profile): void {
  client.setQueriesData<readonly Member[]>({ queryKey: queryKeys.everyMembers }, (members) =>
    members?.some(({ userId }) => userId === profile.userId)
      ? members.map((member) => (member.userId === profile.userId ? later(profile, member) : member))
      : members,
  );
}

/** Applies an event to what is kept. What the user may see now and could not before is fetched. */
export function onStructure(client: QueryClient, event: StructureEvent): void {
  const { serverId } = event.data;
  const sight = changesSight(event, myId());
  // Whether a channel of before is still to be seen is for the services to say.
  if (sight) recent.retain(serverId, ({ type }) => type !== 'webchat.channel.created.v1');
  if (!changesOrder(event)) recent.add(serverId, event);

  if (event.type === 'webchat.server.deleted.v1') rememberName(client, serverId);
  client.setQueryData(serversQuery.queryKey, (servers) => servers && applyToServers(servers, event));
  if (event.type === 'webchat.member.joined.v1') void onJoined(client, event);
  else {
    client.setQueriesData<readonly Member[]>(
      { queryKey: queryKeys.members(serverId) },
      (members) => members && applyToMembers(members, event),
    );
  }
  changeServer(client, serverId, (server) => {
    const after = applyToServer(server, event);
    return sight ? asSeenBy(after, myself(client, serverId)) : after;
  });
  if (sight || changesOrder(event)) settling(client).begin(serverId);
}

/** Delivery of this server's events begins; fetch what came before with the token that is known by now. */
export function onSubscribed(client: QueryClient, serverId: string): void {
  client.removeQueries({ queryKey: queryKeys.departed(serverId) });
  void refetch(client, queryKeys.servers);
  void refetch(client, queryKeys.server(serverId));
  void refetch(client, queryKeys.members(serverId));
}

/** The servers that are listed, as far as that is known. */
export function shown(client: QueryClient): string[] {
  return client.getQueryData(serversQuery.queryKey)?.map((server) => server.serverId) ?? [];
}

/** Whoever looks at the server is told that there is none, rather than nothing. */
export function onUnsubscribed(client: QueryClient, serverId: string): void {
  rememberName(client, serverId);
  recent.retain(serverId, () => false);
  forgetTimelines(client, client.getQueryData(serverQuery(serverId).queryKey), undefined);
  client.setQueryData(serversQuery.queryKey, (servers) => servers?.filter((server) => server.serverId !== serverId));
  void client.resetQueries({ queryKey: queryKeys.server(serverId) });
  client.removeQueries({ queryKey: queryKeys.members(serverId) });
  settling(client).begin(serverId);
}

/** So that whoever looks at a server that is gone for them is told which. */
function rememberName(client: QueryClient, serverId: string): void {
  const left = client.getQueryData(serversQuery.queryKey)?.find((server) => server.serverId === serverId);
  if (left !== undefined) client.setQueryData(queryKeys.departed(serverId), left.name);
}

/** Delivery starts anew: between what is kept and what will arrive there may be a hole. */
export function onRestart(client: QueryClient): void {
  recent.clear();
  void refetch(client, queryKeys.servers);
  void refetch(client, queryKeys.everyServer);
  void refetch(client, queryKeys.everyMembers);
}

const settlings = new WeakMap<QueryClient, Settling>();

function settling(client: QueryClient): Settling {
  const known = settlings.get(client);
  if (known) return known;
  const made = new Settling((serverId) => {
    const before = client.getQueryData(serverQuery(serverId).queryKey);
    void refetch(client, queryKeys.server(serverId)).then(() =>
      forgetTimelines(client, before, client.getQueryData(serverQuery(serverId).queryKey)),
    );
  });
  settlings.set(client, made);
  return made;
}

function changeServer(client: QueryClient, serverId: string, change: (server: Server) => Server): void {
  const { queryKey } = serverQuery(serverId);
  const before = client.getQueryData(queryKey);
  if (before === undefined) return;
  const after = change(before);
  client.setQueryData(queryKey, after);
  forgetTimelines(client, before, after);
}

/** What is said in a channel while one does not see it does not arrive, so its timeline would have a hole. */
function forgetTimelines(client: QueryClient, before: Server | undefined, after: Server | undefined): void {
  const seen = new Set(after?.channels.map(({ channelId }) => channelId));
  for (const { channelId } of before?.channels ?? []) {
    if (!seen.has(channelId)) {
      client.removeQueries({ queryKey: queryKeys.timelinesOf(channelId) });
      client.removeQueries({ queryKey: queryKeys.pins(channelId) });
    }
  }
}

type Joined = Extract<StructureEvent, { type: 'webchat.member.joined.v1' }>;

/** What is told of who joined while their profile is on its way could not be applied to them then. */
async function onJoined(client: QueryClient, event: Joined): Promise<void> {
  const { serverId, userId } = event.data;
  const { queryKey } = membersQuery(serverId);
  if (client.getQueryData(queryKey) === undefined) return;
  const profile = await profileNow(client, userId);
  const events = recent.of(serverId);
  const since = events.slice(events.lastIndexOf(event) + 1).filter((other) => concerns(other, userId));
  client.setQueryData(queryKey, (members) => members && since.reduce(applyToMembers, joined(members, event, profile)));
}

function joined(members: readonly Member[], { data }: Joined, profile: Profile | null): readonly Member[] {
  return profile ? withMember(members, profile, data.timedOutUntil) : members;
}

/** A role that was deleted is nobody’s. */
function concerns({ type, data }: StructureEvent, userId: string): boolean {
  return type === 'webchat.role.deleted.v1' || ('userId' in data && data.userId === userId);
}

/** Of all who joined lately; others may join while those are asked for. Null for those nobody knows. */
async function profilesOfJoined(client: QueryClient, serverId: string): Promise<ReadonlyMap<string, Profile | null>> {
  const profiles = new Map<string, Profile | null>();
  const unknown = () =>
    recent
      .of(serverId)
      .filter(({ type }) => type === 'webchat.member.joined.v1')
      .flatMap(({ data }) => ('userId' in data && !profiles.has(data.userId) ? [data.userId] : []));
  for (let userIds = unknown(); userIds.length > 0; userIds = unknown()) {
    await Promise.all(userIds.map(async (userId) => profiles.set(userId, await profileNow(client, userId))));
  }
  return profiles;
}

/** Of who comes: what was known of them may be old, since one is told only of those whom one meets. */
function profileNow(client: QueryClient, userId: string): Promise<Profile | null> {
  return client.fetchQuery({ ...profileQuery(userId), staleTime: 0 }).catch(() => null);
}

function myId(): string | undefined {
  const state = session.state();
  return state.status === 'signed-in' ? state.user.userId : undefined;
}

function myself(client: QueryClient, serverId: string): Member | undefined {
  const me = myId();
  return client.getQueryData(membersQuery(serverId).queryKey)?.find(({ userId }) => userId === me);
}
