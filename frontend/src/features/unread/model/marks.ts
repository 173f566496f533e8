import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/contracts/query-keys';
import { ProblemError } from '@/http/problem';
import { refetch } from '@/http/refetch';
import { changeNotifications, type Wanted } from '../api/change-notifications';
import { fetchNewest } from '../api/fetch-newest';
import { markRead } from '../api/mark-read';
import { markUnread } from '../api/mark-unread';
import { timelinesOf } from './badges';
import { tellUnfinished } from './unfinished';
import { allRead, keyOf, type Unread } from './unread';
import { changeUnread, unreadQuery } from './unread-store';

/** Everything up to a message is read; it is shown at once, and told to the other devices by the log. */
export async function readUpTo(
  client: QueryClient,
  channelId: string,
  threadId: string | null,
  messageId: string,
): Promise<void> {
  changeUnread(client, (state) => allRead(state, keyOf(channelId, threadId)));
  await orAsItIs(client, markRead(channelId, messageId));
}

const PAUSE_MILLIS = 1_000;
const underWay = new Map<string, { next: string | null }>();

/**
 * The same for what one sees arriving: the services hear of the first message at once, and then of the last one of each
 * second, however many there are.
 */
export async function readAlong(
  client: QueryClient,
  channelId: string,
  threadId: string | null,
  messageId: string,
): Promise<void> {
  const key = keyOf(channelId, threadId);
  changeUnread(client, (state) => allRead(state, key));
  const earlier = underWay.get(key);
  if (earlier !== undefined) {
    earlier.next = messageId;
    return;
  }
  const mine: { next: string | null } = { next: messageId };
  underWay.set(key, mine);
  try {
    while (mine.next !== null) {
      const next = mine.next;
      mine.next = null;
      await orAsItIs(client, markRead(channelId, next));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
    }
  } finally {
    underWay.delete(key);
  }
}

/** All of a channel, the threads that one is in included. */
export async function readChannel(client: QueryClient, channelId: string): Promise<void> {
  const state = client.getQueryData(unreadQuery.queryKey);
  const unread = state ? timelinesOf(state, channelId).filter(({ unread: count }) => count > 0) : [];
  await Promise.all(unread.map((timeline) => readNewest(client, timeline)));
}

/** One after the other: channels that fail keep no other from being read, and {@link tellUnfinished} tells of them. */
export async function readServer(client: QueryClient, serverId: string): Promise<void> {
  const state = client.getQueryData(unreadQuery.queryKey);
  tellUnfinished(null);
  const unread = Object.values(state?.timelines ?? {}).filter((one) => one.serverId === serverId && one.unread > 0);
  const left = new Set<string>();
  for (const timeline of unread) {
    await patiently(() => readNewest(client, timeline)).catch(() => left.add(timeline.channelId));
  }
  if (left.size > 0) tellUnfinished({ serverId, channels: left.size });
}

const MOST_TRIES = 3;
const MOST_PATIENCE_MILLIS = 30_000;

/** Does again what a service will take a little later, when it says. */
async function patiently(task: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await task();
    } catch (error) {
      const wait = error instanceof ProblemError ? error.retryAfterMillis : null;
      if (wait === null || wait > MOST_PATIENCE_MILLIS || tries >= MOST_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Nothing from a message on is read. */
export async function readAgainFrom(client: QueryClient, channelId: string, messageId: string): Promise<void> {
  // What waits to be marked as read was seen before: it must not undo this.
  for (const [key, mine] of underWay) if (key.startsWith(channelId)) mine.next = null;
  await orAsItIs(client, markUnread(channelId, messageId));
}

export async function wish(
  client: QueryClient,
  place: { serverId: string; channelId: string | null },
  wanted: Wanted,
): Promise<void> {
  const key = place.channelId ?? place.serverId;
  changeUnread(client, (state) => ({
    ...state,
    wishes: { ...state.wishes, [key]: { ...place, ...wanted, position: state.wishes[key]?.position ?? 0 } },
  }));
  await orAsItIs(client, changeNotifications(place, wanted));
}

/** All of a channel, or of one of its threads. */
export async function readNewest(
  client: QueryClient,
  { channelId, threadId }: Pick<Unread, 'channelId' | 'threadId'>,
): Promise<void> {
  const newest = await fetchNewest(channelId, threadId);
  if (newest !== null) await readUpTo(client, channelId, threadId, newest);
}

/** What was shown too early is taken back when it did not happen. */
async function orAsItIs(client: QueryClient, command: Promise<void>): Promise<void> {
  try {
    await command;
  } catch (error) {
    void refetch(client, queryKeys.unread);
    throw error;
  }
}
