import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Member } from '@/contracts/member';
import { queryKeys } from '@/contracts/query-keys';
import { ProblemError } from '@/http/problem';
import { refetch } from '@/http/refetch';
import type { MessageEvent, ReadingEvent, StructureEvent } from '@/realtime/events';
import { RecentEvents } from '@/realtime/recent-events';
import { session } from '@/session/browser-session';
import { fetchUnread, fetchUnreadOf } from '../api/fetch-unread';
import { changesWhatIsSeen } from './sight';
import {
  applyMessage,
  applyReading,
  refreshed,
  stateOf,
  without,
  type Located,
  type Reader,
  type Unread,
  type UnreadState,
} from './unread';

/** The view may be behind the event that asked for it: it is asked once more. */
const SOON_MILLIS = 300;
const AGAIN_MILLIS = 2_000;

const messages = new RecentEvents<Located<MessageEvent>>(200);
const readings = new RecentEvents<Located<ReadingEvent>>(200);
const MINE = 'mine';

/** All that one has not read. Events keep it up to date; it is fetched anew only when delivery starts anew. */
export const unreadQuery = queryOptions({
  queryKey: queryKeys.unread,
  queryFn: async ({ signal, client }): Promise<UnreadState> => {
    const { channels, notifications } = await fetchUnread(signal);
    return withRecent(client, stateOf(channels, notifications));
  },
  staleTime: Infinity,
});

export function onMessage(client: QueryClient, located: Located<MessageEvent>): void {
  messages.add(located.event.data.channelId, located);
  changeUnread(client, (state) => applyMessage(state, located, readerOf(client)));
}

export function onReading(client: QueryClient, located: Located<ReadingEvent>): void {
  readings.add(MINE, located);
  changeUnread(client, (state) => applyReading(state, located));
  if (located.event.type === 'webchat.channel.read.v1') void client.invalidateQueries({ queryKey: queryKeys.mentions });
}

/** Which channels and which calls are one’s own is for the services to say. */
export function onStructure(client: QueryClient, event: StructureEvent): void {
  if (changesWhatIsSeen(event, myId())) later('all', () => refetch(client, queryKeys.unread));
}

export function onSubscribed(client: QueryClient): void {
  void refetch(client, queryKeys.unread);
}

export function onUnsubscribed(client: QueryClient, serverId: string): void {
  changeUnread(client, (state) => without(state, (unread) => unread.serverId === serverId));
}

/** Delivery starts anew: between what is kept and what will arrive there may be a hole. */
export function onRestart(client: QueryClient): void {
  messages.clear();
  readings.clear();
  void refetch(client, queryKeys.unread);
}

/** Changes what is kept, and fetches what only the services can count. */
export function changeUnread(client: QueryClient, change: (state: UnreadState) => UnreadState): void {
  const before = client.getQueryData(unreadQuery.queryKey);
  if (before === undefined) return;
  const after = change(before);
  if (after !== before) client.setQueryData(unreadQuery.queryKey, after);
  for (const [key, unread] of Object.entries(after.timelines)) {
    if (unread.isStale && unread !== before.timelines[key]) later(key, () => refresh(client, unread));
  }
}

function withRecent(client: QueryClient, fetched: UnreadState): UnreadState {
  const reader = readerOf(client);
  const channels = new Set(Object.values(fetched.timelines).map(({ channelId }) => channelId));
  const posts = [...channels].flatMap((channelId) => messages.of(channelId)).filter(isPost);
  const counted = posts.reduce((state, located) => applyMessage(state, located, reader), fetched);
  return readings.of(MINE).reduce(applyReading, counted);
}

/** Changes of messages are in what was fetched, or will be when it is fetched once more. */
function isPost({ event }: Located<MessageEvent>): boolean {
  return event.type === 'webchat.message.posted.v1';
}

async function refresh(client: QueryClient, { channelId, threadId }: Unread): Promise<void> {
  try {
    const fetched = await fetchUnreadOf(channelId, threadId);
    changeUnread(client, (state) => {
      const counted = messages
        .of(channelId)
        .filter(isPost)
        .reduce((next, located) => applyMessage(next, located, readerOf(client)), refreshed(state, fetched));
      return readings.of(MINE).reduce(applyReading, counted);
    });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 404) throw error;
    changeUnread(client, (state) =>
      without(state, (unread) => unread.channelId === channelId && unread.threadId === threadId),
    );
  }
}

interface Looks {
  /** Null once it has been taken. */
  soon: ReturnType<typeof setTimeout> | null;
  again: ReturnType<typeof setTimeout>;
}

const looks = new Map<string, Looks>();

/**
 * Does it soon, and once more after the last wish. Further wishes do not put off what is to come soon: in a busy channel
 * they never end.
 */
function later(key: string, action: () => Promise<void>): void {
  const look = () => void action().catch(ignore);
  const before = looks.get(key);
  clearTimeout(before?.again);
  const next: Looks = {
    soon:
      before?.soon ??
      setTimeout(() => {
        const now = looks.get(key);
        if (now !== undefined) now.soon = null;
        look();
      }, SOON_MILLIS),
    again: setTimeout(look, AGAIN_MILLIS),
  };
  looks.set(key, next);
}

/** Without an answer it stays as it is, and is fetched when delivery starts anew. */
function ignore(): void {}

function readerOf(client: QueryClient): Reader {
  const me = myId() ?? '';
  return {
    userId: me,
    rolesIn: (serverId) =>
      client.getQueryData<readonly Member[]>(queryKeys.members(serverId))?.find(({ userId }) => userId === me)
        ?.roleIds ?? null,
  };
}

function myId(): string | undefined {
  const state = session.state();
  return state.status === 'signed-in' ? state.user.userId : undefined;
}
