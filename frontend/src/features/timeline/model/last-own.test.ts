import { expect, it } from 'vitest';
import { message } from './examples';
import { lastOwn } from './last-own';
import type { OutgoingMessage } from './outbox';

const said = (messageId: string, authorId: string, isDeleted = false) => message(messageId, { authorId, isDeleted });
const sent = (messageId: string, status: OutgoingMessage['status']): OutgoingMessage => ({
  messageId,
  channelId: 'c',
  content: messageId,
  replyTo: null,
  threadId: null,
  attachments: [],
  at: '2026-01-31T12:34:56.789Z',
  status,
  reason: null,
});

it('is the last one that is not deleted, of oneself', () => {
  const messages = [said('first', 'ada'), said('second', 'ada'), said('gone', 'ada', true), said('other', 'bo')];
  expect(lastOwn(messages, [], 'ada')).toBe('second');
  expect(lastOwn(messages, [], 'cem')).toBeNull();
});

it('is what was accepted, before the log tells it, and not what is on its way', () => {
  const messages = [said('first', 'ada')];
  expect(lastOwn(messages, [sent('accepted', 'accepted'), sent('next', 'pending')], 'ada')).toBe('accepted');
  expect(lastOwn(messages, [sent('next', 'failed')], 'ada')).toBe('first');
});

it('is as the log tells it, from then on', () => {
  expect(lastOwn([said('first', 'ada'), said('second', 'ada', true)], [sent('second', 'accepted')], 'ada')).toBe(
    'first',
  );
});
