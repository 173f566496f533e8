import { describe, expect, it } from 'vitest';
import type { FetchedUnread, Wish } from '../api/fetch-unread';
import { badgeOf, badgeOfConversation, badgeOfServer, totalOf } from './badges';
import { stateOf } from './unread';

const unread = (channelId: string, count: number, mentions = 0, threadId: string | null = null): FetchedUnread => ({
  serverId: 's',
  channelId,
  threadId,
  head: count,
  position: 0,
  readUpTo: 0,
  readPosition: 0,
  unread: count,
  mentions,
  firstUnread: count > 0 ? 1 : null,
});
const wish = (channelId: string | null, muted: boolean, level: Wish['level'] = null): Wish => ({
  serverId: 's',
  channelId,
  muted,
  level,
  position: 1,
});
const of = (wishes: Wish[], channels = [unread('a', 3, 1), unread('b', 2)]) => stateOf(channels, wishes);

describe('badges', () => {
  it('are bold for unread and a number for mentions', () => {
    expect(badgeOf(of([]), 'a')).toEqual({ unread: true, mentions: 1, muted: false });
    expect(badgeOf(of([]), 'b')).toEqual({ unread: true, mentions: 0, muted: false });
    expect(badgeOfServer(of([]), 's')).toEqual({ unread: true, mentions: 1, muted: false });
  });

  it('are neither where it is muted, by channel or by server', () => {
    expect(badgeOf(of([wish('a', true)]), 'a')).toEqual({ unread: false, mentions: 0, muted: true });
    expect(badgeOf(of([wish(null, true)]), 'b')).toEqual({ unread: false, mentions: 0, muted: true });
    expect(badgeOfServer(of([wish(null, true)]), 's')).toEqual({ unread: false, mentions: 0, muted: true });
    expect(badgeOfServer(of([wish('a', true)]), 's')).toEqual({ unread: true, mentions: 0, muted: false });
  });

  it('follow the level of the channel, or else that of the server', () => {
    const quiet = [wish(null, false, 'nothing'), wish('a', false, 'mentions')];
    expect(badgeOf(of(quiet), 'a')).toEqual({ unread: false, mentions: 1, muted: false });
    expect(badgeOf(of(quiet), 'b')).toEqual({ unread: false, mentions: 0, muted: false });
  });

  it('count the threads that one is in with their channel', () => {
    expect(badgeOf(of([], [unread('a', 0), unread('a', 2, 2, 't')]), 'a')).toMatchObject({ unread: true, mentions: 2 });
  });

  it('count every message of a direct conversation', () => {
    expect(badgeOfConversation(of([]), 'a')).toMatchObject({ mentions: 3 });
    expect(totalOf(of([]), new Set(['b']))).toMatchObject({ mentions: 3, unread: true });
  });
});
