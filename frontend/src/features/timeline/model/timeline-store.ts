import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Message } from '@/contracts/message';
import { queryKeys } from '@/contracts/query-keys';
import { refetch } from '@/http/refetch';
import { keepProfiles } from '@/profiles/use-profile';
import type { MessageEvent } from '@/realtime/events';
import { RecentEvents } from '@/realtime/recent-events';
import { fetchMessage } from '../api/fetch-message';
import { fetchMessages, type PlaceInTimeline } from '../api/fetch-messages';
import { fetchPins } from '../api/fetch-pins';
import { outbox } from './browser-outbox';
import { applyToMessage } from './message-fold';
import { applyToPins, MAX_PINS } from './pins';
import {
  appendPage,
  applyEvent,
  applyRecent,
  changed,
  find,
  newestNumber,
  oldestNumber,
  prependPage,
  timelineOf,
  type Timeline,
} from './timeline';
import { MOST_MESSAGES, numbered, windowAround } from './timeline-window';

const recent = new RecentEvents<MessageEvent>(200);

/** The timeline of a channel, or of the thread that hangs on one of its messages. */
export const timelineQuery = (channelId: string, threadId: string | null = null) =>
  queryOptions({
    queryKey: queryKeys.timeline(channelId, threadId),
    queryFn: async ({ signal, client }): Promise<Timeline> => {
      const kept = client.getQueryData<Timeline>(queryKeys.timeline(channelId, threadId));
      const past = stretchOfThePast(kept, channelId);
      const page = await fetchMessages(channelId, threadId, past === null ? null : { around: past }, signal);
      keepProfiles(client, Object.values(page.authors));
      const timeline = timelineOf(page, threadId);
      const whole = kept && past === null && isReadAbove(channelId, threadId);
      const filled = whole ? await reachingTo(client, channelId, timeline, oldestNumber(kept), signal) : timeline;
      return applyRecent(filled, recent.of(channelId));
    },
    // Events keep it up to date; it is fetched anew only when delivery starts anew.
    staleTime: Infinity,
  });

/** The pinned messages of a channel, the last pinned first. */
export const pinsQuery = (channelId: string) =>
  queryOptions({
    queryKey: queryKeys.pins(channelId),
    queryFn: async ({ signal, client }): Promise<readonly Message[]> => {
      const { messages, authors } = await fetchPins(channelId, signal);
      keepProfiles(client, Object.values(authors));
      const timeline = client.getQueryData(timelineQuery(channelId).queryKey);
      return recent.of(channelId).reduce((pins: readonly Message[], event) => {
        const { messageId } = event.data;
        const known = find(timeline, messageId) ?? messages.find((message) => message.messageId === messageId);
        const after = applyToPins(pins, event, known);
        return after === 'incomplete' ? pins : after;
      }, messages);
    },
    staleTime: 0,
  });

/** One message that no timeline on the screen has, such as one that is answered; null if there is none. */
export const messageQuery = (channelId: string, messageId: string) =>
  queryOptions({
    queryKey: [...queryKeys.timelinesOf(channelId), 'message', messageId],
    queryFn: ({ signal, client }) => loadMessage(client, channelId, messageId, signal),
    staleTime: Infinity,
  });

/**
 * The message that somebody wants to go to; null if there is none. It is no timeline: that delivery starts anew, as it does
 * when the page opens, does not keep one from getting there.
 */
export const askedMessageQuery = (channelId: string, messageId: string) =>
  queryOptions({
    queryKey: ['asked-message', channelId, messageId],
    queryFn: ({ signal, client }) => loadMessage(client, channelId, messageId, signal),
    staleTime: Infinity,
    gcTime: 0,
  });

async function loadMessage(
  client: QueryClient,
  channelId: string,
  messageId: string,
  signal: AbortSignal,
): Promise<Message | null> {
  const { messages, authors } = await fetchMessage(channelId, messageId, signal);
  keepProfiles(client, Object.values(authors));
  const [message] = messages;
  return message ? recent.of(channelId).reduce(applyToMessage, message) : null;
}

/** Applies an event to whatever is kept of its channel. */
export function onMessage(client: QueryClient, event: MessageEvent): void {
  const { channelId } = event.data;
  if (isRepeated(event) || isOnePinTooMany(client, event)) return;
  recent.add(channelId, event);
  const known = find(client.getQueryData(timelineQuery(channelId).queryKey), event.data.messageId);
  changeTimelines(client, channelId, (timeline) => applyEvent(timeline, event));
  client.setQueriesData<Message>({ queryKey: [...queryKeys.timelinesOf(channelId), 'message'] }, (message) =>
    message ? applyToMessage(message, event) : message,
  );
  changePins(client, event, known);
  if (event.type === 'webchat.message.posted.v1') outbox.remove(event.data.messageId);
  // What is deleted is gone from the past as well.
  if (event.type === 'webchat.message.deleted.v1') void refetch(client, queryKeys.pastOf(channelId));
}

/** Shows a change of a message before the log has told it. */
export function changeMessage(client: QueryClient, shown: Message, change: (message: Message) => Message): void {
  changeTimelines(client, shown.channelId, (timeline) =>
    changed(timeline, (message) => (message.messageId === shown.messageId ? change(message) : message)),
  );
}

/** What is read there stays where it is when it is fetched anew: the message to ask for; null for the newest page. */
function stretchOfThePast(timeline: Timeline | undefined, channelId: string): string | null {
  if (!timeline?.hasAfter) return null;
  const read = readers.get(`${channelId}/${timeline.threadId}`)?.() ?? null;
  if (timeline.messages.some(({ messageId }) => messageId === read)) return read;
  return timeline.messages[Math.floor(timeline.messages.length / 2)]?.messageId ?? null;
}

/** Further back than this a reader starts at the newest page again. */
const PAGES_ANEW = 20;
const readAbove = new Set<string>();

/** Whether somebody reads further up than the newest message: they keep what they have loaded when it is fetched anew. */
export function readsAbove(channelId: string, threadId: string | null, above: boolean): void {
  if (above) readAbove.add(`${channelId}/${threadId}`);
  else readAbove.delete(`${channelId}/${threadId}`);
}

function isReadAbove(channelId: string, threadId: string | null): boolean {
  return readAbove.has(`${channelId}/${threadId}`);
}

const readers = new Map<string, () => string | null>();

/** Lets somebody be asked which message they read, null for the newest. Returns what ends it. */
export function readsAt(channelId: string, threadId: string | null, reading: () => string | null): () => void {
  const key = `${channelId}/${threadId}`;
  readers.set(key, reading);
  return () => {
    if (readers.get(key) === reading) readers.delete(key);
  };
}

/** The timeline with as many older pages as were there before. */
async function reachingTo(
  client: QueryClient,
  channelId: string,
  newest: Timeline,
  oldest: number | null,
  signal: AbortSignal,
): Promise<Timeline> {
  let timeline = newest;
  for (let pages = 1; pages < PAGES_ANEW; pages++) {
    const before = oldestNumber(timeline);
    if (!timeline.hasBefore || before === null || oldest === null || before <= oldest) break;
    const page = await fetchMessages(channelId, timeline.threadId, { before }, signal);
    keepProfiles(client, Object.values(page.authors));
    timeline = prependPage(timeline, page);
  }
  return timeline;
}

export async function loadOlder(client: QueryClient, channelId: string, threadId: string | null): Promise<void> {
  const timeline = client.getQueryData(timelineQuery(channelId, threadId).queryKey);
  const before = timeline && oldestNumber(timeline);
  if (!timeline?.hasBefore || before === null || before === undefined) return;
  await loadPage(client, channelId, threadId, { before }, prependPage);
}

/** Towards the present, from a stretch of the past. */
export async function loadNewer(client: QueryClient, channelId: string, threadId: string | null): Promise<void> {
  const timeline = client.getQueryData(timelineQuery(channelId, threadId).queryKey);
  const after = timeline && newestNumber(timeline);
  if (!timeline?.hasAfter || after === null || after === undefined) return;
  await loadPage(client, channelId, threadId, { after }, appendPage);
}

async function loadPage(
  client: QueryClient,
  channelId: string,
  threadId: string | null,
  place: PlaceInTimeline,
  join: typeof prependPage,
): Promise<void> {
  const page = await fetchMessages(channelId, threadId, place);
  keepProfiles(client, Object.values(page.authors));
  client.setQueryData(
    timelineQuery(channelId, threadId).queryKey,
    (current) => current && join(current, page, recent.of(channelId)),
  );
}

const NEAR_MESSAGES = 100;

/** Where one wants to go in each timeline, by the last word: what an earlier one loads comes too late. */
const destinations = new Map<string, AbortController>();

function newDestination(channelId: string, threadId: string | null): AbortSignal {
  const key = `${channelId}/${threadId}`;
  destinations.get(key)?.abort();
  const destination = new AbortController();
  destinations.set(key, destination);
  return destination.signal;
}

/**
 * Loads what it takes to show a message: the pages up to it if it is near, else the page around it. False if there is none.
 * Throws when it is cancelled, or one wants to go elsewhere meanwhile: then nothing that is shown changes.
 */
export async function loadUntil(client: QueryClient, message: Message, cancelled?: AbortSignal): Promise<boolean> {
  const { channelId, threadId, messageId, number } = message;
  const { queryKey } = timelineQuery(channelId, threadId);
  const timeline = () => client.getQueryData(queryKey);
  const isShown = () => timeline()?.messages.some((shown) => shown.messageId === messageId) ?? false;
  const isNear = () => {
    const current = timeline();
    const oldest = current?.hasBefore ? oldestNumber(current) : null;
    return number !== null && oldest !== null && number < oldest && oldest - number <= NEAR_MESSAGES;
  };
  const elsewhere = newDestination(channelId, threadId);
  const signal = cancelled ? AbortSignal.any([cancelled, elsewhere]) : elsewhere;
  while (!isShown() && isNear()) {
    await loadOlder(client, channelId, threadId);
    signal.throwIfAborted();
  }
  if (isShown()) return true;
  const page = await fetchMessages(channelId, threadId, { around: messageId }, signal);
  keepProfiles(client, Object.values(page.authors));
  await client.cancelQueries({ queryKey });
  signal.throwIfAborted();
  client.setQueryData(queryKey, applyRecent(timelineOf(page, threadId), recent.of(channelId)));
  return isShown();
}

/** As many as it takes to know a number on either side beyond what stays around a reader in any case. */
const NUMBERED_MESSAGES = 100;

/** Lets go of what is far from where one reads, if there is too much. */
export async function shorten(client: QueryClient, channelId: string, threadId: string | null): Promise<void> {
  const { queryKey } = timelineQuery(channelId, threadId);
  // Asked each time: one reads on while numbers are fetched.
  const read = (timeline: Timeline | undefined) =>
    readers.get(`${channelId}/${threadId}`)?.() ?? timeline?.messages.at(-1)?.messageId ?? '';
  const cut = () => client.setQueryData(queryKey, (current) => current && windowAround(current, read(current)));
  const first = cut();
  if ((first?.messages.length ?? 0) <= MOST_MESSAGES) return;
  const page = await fetchMessages(channelId, threadId, { around: read(first) }, undefined, NUMBERED_MESSAGES);
  client.setQueryData(queryKey, (current) => current && numbered(current, page.messages));
  cut();
}

/** From a stretch of the past back to the newest messages. */
export async function loadPresent(client: QueryClient, channelId: string, threadId: string | null): Promise<void> {
  const { queryKey } = timelineQuery(channelId, threadId);
  const elsewhere = newDestination(channelId, threadId);
  const page = await fetchMessages(channelId, threadId, null);
  keepProfiles(client, Object.values(page.authors));
  // What is being fetched anew is the stretch of the past that one leaves.
  await client.cancelQueries({ queryKey });
  if (elsewhere.aborted) return;
  client.setQueryData(queryKey, applyRecent(timelineOf(page, threadId), recent.of(channelId)));
}

/** Delivery starts anew: between what is kept and what will arrive there may be a hole. */
export function onRestart(client: QueryClient): void {
  recent.clear();
  outbox.forgetAccepted();
  void refetch(client, queryKeys.timelines);
  void refetch(client, queryKeys.everyPins);
}

/** A retried append puts one message into the log twice; the first record counts. */
function isRepeated({ type, data }: MessageEvent): boolean {
  if (type !== 'webchat.message.posted.v1') return false;
  return recent.of(data.channelId).some((other) => other.type === type && other.data.messageId === data.messageId);
}

function isOnePinTooMany(client: QueryClient, { type, data }: MessageEvent): boolean {
  const pins = client.getQueryData(pinsQuery(data.channelId).queryKey);
  return type === 'webchat.message.pinned.v1' && (pins?.length ?? 0) >= MAX_PINS;
}

function changeTimelines(client: QueryClient, channelId: string, change: (timeline: Timeline) => Timeline): void {
  client.setQueriesData<Timeline>(
    { queryKey: queryKeys.timelinesOf(channelId), predicate: ({ queryKey }) => queryKey[2] !== 'message' },
    (timeline) => timeline && change(timeline),
  );
}

function changePins(client: QueryClient, event: MessageEvent, known: Message | undefined): void {
  const { queryKey } = pinsQuery(event.data.channelId);
  const pins = client.getQueryData(queryKey);
  if (pins === undefined) return;
  const after = applyToPins(pins, event, known);
  if (after === 'incomplete') void refetch(client, queryKey);
  else client.setQueryData(queryKey, after);
}
