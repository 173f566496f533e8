import { calls } from '@/contracts/mentions';
import type { MessageEvent, ReadingEvent } from '@/realtime/events';
import type { FetchedUnread, Wish } from '../api/fetch-unread';

/** An event and its offset in its stream, by which it is told whether what was fetched contains it. */
export interface Located<E> {
  readonly event: E;
  readonly offset: number;
}

/** What is unread in a channel, or in a thread of it. */
export interface Unread extends FetchedUnread {
  /** The first unread message, if it came while one was connected; what was fetched knows its number only. */
  readonly firstUnreadId: string | null;
  /** What came last, because a retried append puts one message into the log twice. */
  readonly latestIds: readonly string[];
  /** Something happened that only the services can count: it has to be fetched anew. */
  readonly isStale: boolean;
}

/** All that one has not read, by {@link keyOf} of each channel and thread, and what one wants to hear of. */
export interface UnreadState {
  readonly timelines: Readonly<Record<string, Unread>>;
  readonly wishes: Readonly<Record<string, Wish>>;
}

/** Who reads. */
export interface Reader {
  readonly userId: string;
  /** Null if they are not known. */
  rolesIn(serverId: string): readonly string[] | null;
}

const LATEST = 50;

export const keyOf = (channelId: string, threadId: string | null = null) =>
  threadId === null ? channelId : `${channelId}/${threadId}`;

export function stateOf(timelines: readonly FetchedUnread[], wishes: readonly Wish[]): UnreadState {
  return {
    timelines: Object.fromEntries(timelines.map((one) => [keyOf(one.channelId, one.threadId), fetched(one)])),
    wishes: Object.fromEntries(wishes.map((wish) => [wish.channelId ?? wish.serverId, wish])),
  };
}

export function fetched(unread: FetchedUnread): Unread {
  return { ...unread, firstUnreadId: null, latestIds: [], isStale: false };
}

/** What something that happened in a channel does to what is unread. */
export function applyMessage(state: UnreadState, located: Located<MessageEvent>, reader: Reader): UnreadState {
  const { event } = located;
  switch (event.type) {
    case 'webchat.message.posted.v1':
      return posted(state, { ...located, event }, reader);
    case 'webchat.message.edited.v1':
    case 'webchat.message.deleted.v1':
      // Which of the messages it is, and whether it counts, is not known here.
      return mapOf(state, event.data.channelId, (unread) =>
        unread.unread > 0 && located.offset >= unread.position ? { ...unread, isStale: true } : unread,
      );
    case 'webchat.thread.started.v1':
    case 'webchat.thread.joined.v1':
      return event.data.actorId === reader.userId ? following(state, event.data) : state;
    case 'webchat.thread.left.v1':
      return event.data.actorId === reader.userId
        ? without(
            state,
            ({ channelId, threadId }) =>
              keyOf(channelId, threadId) === keyOf(event.data.channelId, event.data.messageId),
          )
        : state;
    default:
      return state;
  }
}

/** What one read, or wished, here or on another device. */
export function applyReading(state: UnreadState, { event, offset }: Located<ReadingEvent>): UnreadState {
  switch (event.type) {
    case 'webchat.channel.read.v1':
      return marked(state, event.data, event.data.number, offset);
    case 'webchat.channel.marked-unread.v1':
      return marked(state, event.data, event.data.number - 1, offset, true);
    case 'webchat.channel.notifications-changed.v1':
      return wished(state, { ...event.data, level: event.data.level ?? null, position: offset + 1 });
    case 'webchat.server.notifications-changed.v1':
      return wished(state, { ...event.data, channelId: null, level: event.data.level ?? null, position: offset + 1 });
  }
}

/** Shows that everything in a channel or thread is read, before the log has told it. */
export function allRead(state: UnreadState, key: string): UnreadState {
  return change(state, key, (unread) => ({ ...unread, ...NOTHING, readUpTo: Math.max(unread.readUpTo, unread.head) }));
}

export function without(state: UnreadState, gone: (unread: Unread) => boolean): UnreadState {
  const kept = Object.entries(state.timelines).filter(([, unread]) => !gone(unread));
  return { ...state, timelines: Object.fromEntries(kept) };
}

/**
 * Puts what was fetched anew of one channel or thread in its place, unless one has left it meanwhile. It may be behind
 * what was told: the latest messages are to be applied again.
 */
export function refreshed(state: UnreadState, unread: FetchedUnread): UnreadState {
  const key = keyOf(unread.channelId, unread.threadId);
  const before = state.timelines[key];
  if (before === undefined) return state;
  const sameFirst = before.firstUnread === unread.firstUnread;
  const after = { ...fetched(unread), firstUnreadId: sameFirst ? before.firstUnreadId : null };
  return { ...state, timelines: { ...state.timelines, [key]: after } };
}

const NOTHING = { unread: 0, mentions: 0, firstUnread: null, firstUnreadId: null, isStale: false };

type Posted = Extract<MessageEvent, { type: 'webchat.message.posted.v1' }>;

function posted(state: UnreadState, { event: { data }, offset }: Located<Posted>, reader: Reader): UnreadState {
  const threadId = data.threadId ?? null;
  const key = keyOf(data.channelId, threadId);
  const own = data.authorId === reader.userId;
  // Who posts in a thread joins it; a channel that is not known has come into sight just now.
  if (state.timelines[key] === undefined) {
    return threadId === null || own ? unknown(state, data.serverId, data.channelId, threadId) : state;
  }
  return change(state, key, (unread) => {
    if (unread.latestIds.includes(data.messageId)) return unread;
    const latestIds = [...unread.latestIds, data.messageId].slice(-LATEST);
    if (offset < unread.position) return { ...unread, latestIds };
    const head = unread.head + 1;
    const next = { ...unread, head, position: offset + 1, latestIds };
    if (own || head <= unread.readUpTo) return next;
    const mentions = data.mentions ?? null;
    const roles = reader.rolesIn(data.serverId);
    return {
      ...next,
      isStale: unread.isStale || (roles === null && mentions !== null && mentions.roles.length > 0),
      unread: unread.unread + 1,
      mentions: unread.mentions + (calls(mentions, reader.userId, roles ?? []) ? 1 : 0),
      firstUnread: unread.firstUnread ?? head,
      firstUnreadId: unread.firstUnread === null ? data.messageId : unread.firstUnreadId,
    };
  });
}

interface Mark {
  readonly channelId: string;
  readonly threadId?: string | null | undefined;
}

function marked(state: UnreadState, mark: Mark, readUpTo: number, offset: number, isBack = false): UnreadState {
  return change(state, keyOf(mark.channelId, mark.threadId ?? null), (unread) => {
    if (offset < unread.readPosition) return unread;
    const readPosition = offset + 1;
    // It came too late and counts for nothing; but what is shown may be ahead of the log, after marking all as read.
    if (!isBack && readUpTo < unread.readUpTo) return { ...unread, readPosition, isStale: true };
    const next = { ...unread, readUpTo, readPosition };
    return readUpTo >= unread.head ? { ...next, ...NOTHING } : { ...next, isStale: true };
  });
}

function wished(state: UnreadState, { serverId, channelId, muted, level, position }: Wish): UnreadState {
  const key = channelId ?? serverId;
  if ((state.wishes[key]?.position ?? 0) > position) return state;
  return { ...state, wishes: { ...state.wishes, [key]: { serverId, channelId, muted, level, position } } };
}

function following(state: UnreadState, thread: { serverId: string; channelId: string; messageId: string }) {
  const known = state.timelines[keyOf(thread.channelId, thread.messageId)];
  return known ? state : unknown(state, thread.serverId, thread.channelId, thread.messageId);
}

/** Nothing is known of it yet, so it is to be fetched. */
function unknown(state: UnreadState, serverId: string, channelId: string, threadId: string | null): UnreadState {
  const place = { serverId, channelId, threadId };
  const empty = { head: 0, position: 0, readUpTo: 0, readPosition: 0, unread: 0, mentions: 0, firstUnread: null };
  const unread = { ...fetched({ ...place, ...empty }), isStale: true };
  return { ...state, timelines: { ...state.timelines, [keyOf(channelId, threadId)]: unread } };
}

function mapOf(state: UnreadState, channelId: string, changed: (unread: Unread) => Unread): UnreadState {
  return Object.values(state.timelines)
    .filter((unread) => unread.channelId === channelId)
    .reduce((next, unread) => change(next, keyOf(unread.channelId, unread.threadId), changed), state);
}

function change(state: UnreadState, key: string, changed: (unread: Unread) => Unread): UnreadState {
  const before = state.timelines[key];
  if (before === undefined) return state;
  const after = changed(before);
  return after === before ? state : { ...state, timelines: { ...state.timelines, [key]: after } };
}
