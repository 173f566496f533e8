import { describe, expect, it } from 'vitest';
import type { MessagePosted } from '@/realtime/events';
import type { MessagesPage } from '../api/fetch-messages';
import { applyEvent, applyRecent, oldestNumber, prependPage, timelineOf } from './timeline';

const AT = '2026-01-31T12:00:00.000Z';
const posted = (number: number): MessagePosted => ({
  serverId: 's',
  channelId: 'c',
  messageId: `m${number}`,
  authorId: 'ada',
  content: `text ${number}`,
  at: AT,
});
const page = (from: number, to: number): MessagesPage => ({
  messages: Array.from({ length: to - from + 1 }, (_, index) => {
    const { messageId, channelId, authorId, content, at } = posted(from + index);
    return { number: from + index, messageId, channelId, authorId, content, at };
  }),
  authors: {},
  hasBefore: from > 1,
  hasAfter: false,
});
const ids = ({ messages }: { messages: readonly { messageId: string }[] }) =>
  messages.map(({ messageId }) => messageId);

describe('a timeline', () => {
  it('plus an event equals the timeline fetched afterwards', () => {
    const events = [posted(4), posted(5)].reduce(applyEvent, timelineOf(page(1, 3)));
    expect(ids(events)).toEqual(ids(timelineOf(page(1, 5))));
    expect(events.hasBefore).toBe(false);
  });

  it('is not changed by an event that it contains: redelivered, retried or fetched before', () => {
    const timeline = applyEvent(timelineOf(page(1, 3)), posted(4));
    expect(applyEvent(timeline, posted(4))).toBe(timeline);
    expect(applyEvent(timeline, posted(2))).toBe(timeline);
  });

  it('is the same however often the events are replayed', () => {
    const events = [posted(2), posted(3), posted(4)];
    const once = events.reduce(applyEvent, timelineOf(page(1, 1)));
    expect([...events, ...events].reduce(applyEvent, timelineOf(page(1, 1)))).toEqual(once);
  });

  it.each([
    ['behind all of them', page(1, 3), ['m1', 'm2', 'm3', 'm4', 'm5']],
    ['behind some of them', page(1, 4), ['m1', 'm2', 'm3', 'm4', 'm5']],
    ['ahead of all of them', page(1, 6), ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']],
    ['begun after the first of them', page(5, 5), ['m5']],
  ])('loses and doubles nothing when the fetched page is %s', (_, fetched, expected) => {
    expect(ids(applyRecent(timelineOf(fetched), [posted(4), posted(5)]))).toEqual(expected);
  });

  it('grows upwards by the page that precedes it, and by no other', () => {
    const timeline = applyEvent(timelineOf(page(51, 60)), posted(61));
    expect(oldestNumber(timeline)).toBe(51);
    const grown = prependPage(timeline, page(1, 50));
    expect(ids(grown)).toEqual(ids(timelineOf(page(1, 61))));
    expect(grown.hasBefore).toBe(false);
    expect(prependPage(timeline, page(1, 40))).toBe(timeline);
    expect(prependPage(grown, page(1, 50))).toBe(grown);
  });
});
