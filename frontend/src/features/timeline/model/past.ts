import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/contracts/query-keys';
import { ProblemError } from '@/http/problem';
import { serviceClock } from '@/http/service-clock';
import { keepProfiles } from '@/profiles/use-profile';
import { fetchPast, type ChannelThen } from '../api/fetch-past';
import { fetchPastMembers } from '../api/fetch-past-members';
import { fetchPastMessages, type PastPage, type PlaceInPast } from '../api/fetch-past-messages';
import { fetchPastPins } from '../api/fetch-past-pins';
import type { Moment } from './moments';

/** A channel as it was at a moment. */
export interface Picture {
  /** The moment, in milliseconds. */
  readonly at: number;
  /** Whether it was the present when it was asked for. */
  readonly isPresent: boolean;
  readonly channel: ChannelThen;
  readonly pins: number;
  readonly members: number;
  /** Whether there may have been more members than that. */
  readonly hasMoreMembers: boolean;
  /** The last messages of then. */
  readonly newest: PastPage;
}

const UNSURE_MILLIS = 2_000;
const KEPT_MILLIS = 60_000;
const MOST_PAGES = 7;

/**
 * What a channel was, whole: until it is there, the picture of the moment before stays, and what is answered of a moment
 * that one has left is shown to nobody. The present is looked at anew each time.
 */
export const pictureQuery = (channelId: string, moment: Moment) =>
  queryOptions({
    queryKey: queryKeys.picture(channelId, moment),
    queryFn: ({ client, signal }) =>
      moment === null ? presentPicture(client, channelId, signal) : pictureAt(client, channelId, moment, signal),
    placeholderData: keepPreviousData,
    gcTime: moment === null ? 0 : KEPT_MILLIS,
  });

/** The messages of a picture, from its last ones on; of very many those far from where one reads are let go. */
export const pastMessagesQuery = (channelId: string, { at, newest }: Picture) =>
  infiniteQueryOptions({
    queryKey: queryKeys.pastMessages(channelId, at),
    queryFn: async ({ client, pageParam, signal }) => {
      const page = await fetchPastMessages(channelId, iso(at), pageParam, signal);
      keepProfiles(client, Object.values(page.authors));
      return page;
    },
    initialPageParam: null as PlaceInPast | null,
    initialData: { pages: [newest], pageParams: [null] },
    getPreviousPageParam: ({ messages, hasBefore }): PlaceInPast | undefined => {
      const before = messages[0]?.number;
      return hasBefore && before ? { before } : undefined;
    },
    getNextPageParam: ({ messages, hasAfter }): PlaceInPast | undefined => {
      const after = messages.at(-1)?.number;
      return hasAfter && after ? { after } : undefined;
    },
    maxPages: MOST_PAGES,
    staleTime: Infinity,
    gcTime: KEPT_MILLIS,
  });

/** There was no such channel at that moment, or it is not for this reader. */
export function isNotThere(error: unknown): boolean {
  return error instanceof ProblemError && error.problem === 'unknown-channel';
}

/** What time it is for the services is known to about a second: what they have yet to reach is asked for a little earlier. */
async function presentPicture(client: QueryClient, channelId: string, signal: AbortSignal): Promise<Picture> {
  const now = serviceClock.now();
  const picture = await pictureAt(client, channelId, now, signal).catch((error: unknown) => {
    const isOfTheFuture = error instanceof ProblemError && error.errors.some(({ field }) => field === 'at');
    if (!isOfTheFuture) throw error;
    return pictureAt(client, channelId, now - UNSURE_MILLIS, signal);
  });
  return { ...picture, isPresent: true };
}

async function pictureAt(client: QueryClient, channelId: string, at: number, signal: AbortSignal): Promise<Picture> {
  const [channel, newest, pins, { members, next }] = await Promise.all([
    fetchPast(channelId, iso(at), signal),
    fetchPastMessages(channelId, iso(at), null, signal),
    fetchPastPins(channelId, iso(at), signal),
    fetchPastMembers(channelId, iso(at), signal),
  ]);
  keepProfiles(client, Object.values(newest.authors));
  return {
    at,
    isPresent: false,
    channel,
    pins: pins.messages.length,
    members: members.length,
    hasMoreMembers: next !== null,
    newest,
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
