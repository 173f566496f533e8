import { describe, expect, it } from 'vitest';
import { calls } from '@/contracts/mentions';
import { parseEvent, type MessageEvent, type ReadingEvent } from '@/realtime/events';
import type { FetchedUnread } from '../api/fetch-unread';
import {
  allRead,
  applyMessage,
  applyReading,
  keyOf,
  refreshed,
  stateOf,
  type Located,
  type Reader,
  type UnreadState,
} from './unread';

const AT = '2026-01-31T12:34:56.789Z';
const ME: Reader = { userId: 'me', rolesIn: () => ['crew'] };
type Entry = Located<MessageEvent | ReadingEvent>;
type MessageEntry = Located<MessageEvent>;

const located = <E>(type: string, data: Record<string, unknown>, offset: number): Located<E> => ({
  event: parseEvent({ type, data: { serverId: 's', channelId: 'c', at: AT, ...data } }) as E,
  offset,
});
const post = (offset: number, authorId: string, data: Record<string, unknown> = {}): MessageEntry =>
  located('webchat.message.posted.v1', { messageId: `m${offset}`, authorId, content: 'x', ...data }, offset);
const mark = (type: 'read' | 'marked-unread', number: number, offset: number, data = {}) =>
  located<ReadingEvent>(`webchat.channel.${type}.v1`, { userId: 'me', messageId: 'm', number, ...data }, offset);
const none: FetchedUnread = {
  serverId: 's',
  channelId: 'c',
  threadId: null,
  head: 0,
  position: 0,
  readUpTo: 0,
  readPosition: 0,
  unread: 0,
  mentions: 0,
  firstUnread: null,
};
const empty = stateOf([none], []);
const apply = (state: UnreadState, entry: Entry): UnreadState =>
  entry.event.type.startsWith('webchat.channel.')
    ? applyReading(state, entry as Located<ReadingEvent>)
    : applyMessage(state, entry as MessageEntry, ME);
const after = (...entries: Entry[]) => entries.reduce(apply, empty).timelines['c'];

/** What the services answer, counted the simplest way there is. */
function fetchAfter(log: readonly Entry[]): FetchedUnread {
  const posts: { number: number; messageId: string; authorId: string; deleted: boolean; calls: boolean }[] = [];
  let result = none;
  for (const { event, offset } of log) {
    if (event.type === 'webchat.message.posted.v1') {
      result = { ...result, position: offset + 1 };
      if (posts.some(({ messageId }) => messageId === event.data.messageId)) continue;
      posts.push({
        number: posts.length + 1,
        messageId: event.data.messageId,
        authorId: event.data.authorId,
        deleted: false,
        calls: calls(event.data.mentions ?? null, 'me', ['crew']),
      });
    } else if (event.type === 'webchat.message.deleted.v1') {
      result = { ...result, position: offset + 1 };
      for (const found of posts) found.deleted ||= found.messageId === event.data.messageId;
    } else if (event.type === 'webchat.channel.read.v1' || event.type === 'webchat.channel.marked-unread.v1') {
      const { number } = event.data;
      const readUpTo = event.type === 'webchat.channel.read.v1' ? Math.max(result.readUpTo, number) : number - 1;
      result = { ...result, readUpTo, readPosition: offset + 1 };
    }
  }
  const unread = posts.filter((one) => one.number > result.readUpTo && one.authorId !== 'me' && !one.deleted);
  return {
    ...result,
    head: posts.length,
    unread: unread.length,
    mentions: unread.filter((one) => one.calls).length,
    firstUnread: unread[0]?.number ?? null,
  };
}

const shown = (state: UnreadState) => {
  const { head, readUpTo, unread, mentions, firstUnread } = state.timelines['c']!;
  return { head, readUpTo, unread, mentions, firstUnread };
};

function isRepeated(log: readonly Entry[], index: number, since: number): boolean {
  const { event } = log[index]!;
  const first = log.findIndex((other) => other.event.type === event.type && other.event.data === event.data);
  return event.type === 'webchat.message.posted.v1' && first < index && first < since;
}

/** Pseudo-random, and the same in every run. */
function randomLog(seed: number): Entry[] {
  let state = seed + 1;
  const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  const posts: MessageEntry[] = [];
  return Array.from({ length: 40 }, (_, index): Entry => {
    const dice = random(10);
    const some = posts[random(Math.max(1, posts.length))];
    if (dice === 0 && some) return { ...some, offset: index };
    if (dice === 1 && some) {
      const { messageId } = some.event.data;
      return located('webchat.message.deleted.v1', { messageId, actorId: 'ada' }, index);
    }
    if (dice === 2 && posts.length > 0) return mark('read', 1 + random(posts.length), index);
    if (dice === 3 && posts.length > 0) return mark('marked-unread', 1 + random(posts.length), index);
    const mentions = random(3) === 0 ? { mentions: { users: ['me'], roles: ['crew'], everyone: false } } : {};
    const posted = post(index, random(4) === 0 ? 'me' : 'ada', mentions);
    posts.push(posted);
    return posted;
  });
}

describe('what is unread', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('is after events what is fetched then (seed %i)', (seed) => {
    const log = randomLog(seed);
    for (const from of [0, 7, 20, 39]) {
      // Some of the events that follow are in what was fetched already.
      let state = stateOf([fetchAfter(log.slice(0, from))], []);
      const posts: Entry[] = [];
      for (const [index, entry] of log.entries()) {
        // The gateway leaves out repetitions of what came before the connection.
        if (index < Math.max(0, from - 5) || isRepeated(log, index, from - 5)) continue;
        state = apply(state, entry);
        if (entry.event.type === 'webchat.message.posted.v1') posts.push(entry);
        if (index < from) continue;
        const fetched = fetchAfter(log.slice(0, index + 1));
        if (state.timelines['c']?.isStale) state = posts.reduce(apply, refreshed(state, fetched));
        expect(shown(state)).toEqual(shown(stateOf([fetched], [])));
      }
    }
  });

  it('are the messages of others, with those that call one', () => {
    const called = { mentions: { users: [], roles: ['crew'], everyone: false } };
    expect(after(post(0, 'ada'), post(1, 'me'), post(2, 'ada', called))).toMatchObject({
      head: 3,
      unread: 2,
      mentions: 1,
      firstUnread: 1,
      firstUnreadId: 'm0',
    });
  });

  it('counts a message once that was sent twice', () => {
    expect(after(post(0, 'ada'), { ...post(0, 'ada'), offset: 1 })).toMatchObject({ head: 1, unread: 1 });
  });

  it('counts what was told, once, over an answer that is behind it', () => {
    const told = [post(0, 'ada'), post(1, 'ada'), { ...post(1, 'ada'), offset: 2 }];
    const state = refreshed(told.reduce(apply, empty), fetchAfter(told.slice(0, 1)));
    expect(told.reduce(apply, state).timelines['c']).toMatchObject({ head: 2, unread: 2 });
  });

  it('is nothing once another device has read it, even if that is known before the message', () => {
    expect(after(post(0, 'ada'), mark('read', 1, 0))).toMatchObject({ unread: 0, firstUnread: null, isStale: false });
    expect(after(mark('read', 2, 0), post(0, 'ada'), post(1, 'ada'))).toMatchObject({ head: 2, unread: 0 });
  });

  it('has to be fetched when a part of it was read, edited or deleted', () => {
    const deleted = located<MessageEvent>('webchat.message.deleted.v1', { messageId: 'm0', actorId: 'ada' }, 2);
    expect(after(post(0, 'ada'), post(1, 'ada'), mark('read', 1, 0))?.isStale).toBe(true);
    expect(after(post(0, 'ada'), deleted)?.isStale).toBe(true);
    expect(after(post(0, 'ada'), mark('read', 1, 0), deleted)?.isStale).toBe(false);
  });

  it('has to be fetched when a role is called and one’s roles are not known', () => {
    const called = post(0, 'ada', { mentions: { users: [], roles: ['crew'], everyone: false } });
    const state = applyMessage(empty, called, { userId: 'me', rolesIn: () => null });
    expect(state.timelines['c']).toMatchObject({ unread: 1, isStale: true });
  });

  it('is kept of threads that one is in, apart from their channel', () => {
    const inThread = { threadId: 't', messageId: 'm' };
    expect(apply(empty, post(0, 'ada', inThread))).toBe(empty);
    const joined = apply(empty, post(0, 'me', inThread));
    expect(joined.timelines[keyOf('c', 't')]).toMatchObject({ isStale: true });
    expect(joined.timelines['c']).toMatchObject({ head: 0 });
    const left = located<MessageEvent>('webchat.thread.left.v1', { messageId: 't', actorId: 'me' }, 1);
    expect(apply(joined, left).timelines).not.toHaveProperty([keyOf('c', 't')]);
  });

  it('is shown as read at once', () => {
    const state = [post(0, 'ada'), post(1, 'ada')].reduce(apply, empty);
    expect(allRead(state, 'c').timelines['c']).toMatchObject({ unread: 0, readUpTo: 2, firstUnread: null });
  });
});

describe('wishes', () => {
  const wished = (name: string, offset: number, data: Record<string, unknown>) =>
    located<ReadingEvent>(`webchat.${name}.notifications-changed.v1`, { userId: 'me', ...data }, offset);

  it('are the last ones, of a channel and of its server', () => {
    const state = [
      wished('channel', 3, { muted: true }),
      wished('server', 4, { muted: false, level: 'mentions' }),
      wished('channel', 2, { muted: false }),
    ].reduce(applyReading, empty);
    expect(state.wishes).toMatchObject({ c: { muted: true, level: null }, s: { muted: false, level: 'mentions' } });
  });
});
