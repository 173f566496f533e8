import { describe, expect, it } from 'vitest';
import type { MessagePosted } from '@/realtime/events';
import { isCalling, type Listener } from './calling';

const now = Date.parse('2026-05-20T12:00:00Z');
const message = (rest: Partial<MessagePosted> = {}): MessagePosted => ({
  serverId: 's',
  channelId: 'c',
  messageId: 'm',
  authorId: 'bo',
  content: 'Hello',
  at: '2026-05-20T11:59:58Z',
  ...rest,
});
const listener = (rest: Partial<Listener> = {}): Listener => ({
  userId: 'ada',
  roleIds: ['crew'],
  muted: false,
  level: 'all',
  follows: true,
  doNotDisturb: false,
  isLooking: false,
  ...rest,
});
const toAda = { users: ['ada'], roles: [], everyone: false };

describe('a message calls', () => {
  it('who wants to hear everything', () => {
    expect(isCalling(message(), listener(), now)).toBe(true);
  });

  it('who wants to hear mentions only if it is for them, by name, role or all together', () => {
    const mentionsOnly = listener({ level: 'mentions' });
    expect(isCalling(message(), mentionsOnly, now)).toBe(false);
    expect(isCalling(message({ mentions: toAda }), mentionsOnly, now)).toBe(true);
    expect(isCalling(message({ mentions: { ...toAda, users: [], roles: ['crew'] } }), mentionsOnly, now)).toBe(true);
    expect(isCalling(message({ mentions: { ...toAda, users: [], everyone: true } }), mentionsOnly, now)).toBe(true);
  });

  it('nobody who has muted it, wants to hear nothing, is not to be disturbed, wrote it, or looks at it', () => {
    const mentioned = message({ mentions: toAda });
    expect(isCalling(mentioned, listener({ muted: true }), now)).toBe(false);
    expect(isCalling(mentioned, listener({ level: 'nothing' }), now)).toBe(false);
    expect(isCalling(mentioned, listener({ doNotDisturb: true }), now)).toBe(false);
    expect(isCalling(mentioned, listener({ isLooking: true }), now)).toBe(false);
    expect(isCalling(message({ authorId: 'ada' }), listener(), now)).toBe(false);
  });

  it('in a thread who is in it, or is mentioned', () => {
    expect(isCalling(message({ threadId: 't' }), listener({ follows: false }), now)).toBe(false);
    expect(isCalling(message({ threadId: 't', mentions: toAda }), listener({ follows: false }), now)).toBe(true);
  });

  it('nobody who comes back later', () => {
    expect(isCalling(message({ at: '2026-05-20T11:50:00Z' }), listener(), now)).toBe(false);
  });
});
