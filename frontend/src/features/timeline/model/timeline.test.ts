import { describe, expect, it } from 'vitest';
import type { MessagesPage } from '../api/fetch-messages';
import { example, message, said } from './examples';
import { appendPage, applyEvent, applyRecent, oldestNumber, prependPage, timelineOf } from './timeline';

const posted = (number: number) => said(`m${number}`);
const page = (from: number, to: number): MessagesPage => ({
  messages: Array.from({ length: to - from + 1 }, (_, index) => message(`m${from + index}`, { number: from + index })),
  authors: {},
  referenced: {},
  hasBefore: from > 1,
  hasAfter: false,
});
const ids = ({ messages }: { messages: readonly { messageId: string }[] }) =>
  messages.map(({ messageId }) => messageId);
const started = (messageId: string) => example('thread.started', { messageId });
const reply = (id: string, at: string) => said(id, { threadId: 'm3', at });

describe('a timeline', () => {
  it('plus an event equals the timeline fetched afterwards', () => {
    const events = [posted(4), posted(5)].reduce(applyEvent, timelineOf(page(1, 3)));
    expect(ids(events)).toEqual(ids(timelineOf(page(1, 5))));
    expect(events.hasBefore).toBe(false);
  });

  it('plus the events that one is told late equals the timeline fetched afterwards', () => {
    const edit = (messageId: string, revision: number, content: string) =>
      example('message.edited', { messageId, revision, content, ...(content === '' && { mentions: null }) });
    const gone = example('message.deleted', { messageId: 'm6' });
    const live = [
      ...[said('m4', { content: 'first' }), edit('m2', 1, 'second'), edit('m4', 1, 'second'), posted(5)],
      ...[edit('m4', 2, 'third'), edit('m4', 2, 'raced'), posted(6), edit('m6', 1, 'regretted'), gone],
    ];
    const late = [
      ...[said('m4', { content: '' }), edit('m2', 1, 'second'), edit('m4', 1, ''), posted(5)],
      ...[edit('m4', 2, 'third'), edit('m4', 2, ''), said('m6', { content: '' }), edit('m6', 1, ''), gone],
    ];
    const fetched = live.reduce(applyEvent, timelineOf(page(1, 3)));
    expect(late.reduce(applyEvent, timelineOf(page(1, 3)))).toEqual(fetched);
    expect(applyRecent(fetched, late)).toEqual(fetched);
  });

  it('is not changed by an event that it contains: redelivered, retried or fetched before', () => {
    const timeline = applyEvent(timelineOf(page(1, 3)), posted(4));
    expect(applyEvent(timeline, posted(4))).toBe(timeline);
    expect(applyEvent(timeline, posted(2))).toBe(timeline);
  });

  it('is the same however often the events are replayed', () => {
    const changes = [
      example('message.edited', { messageId: 'm2' }),
      example('reaction.added', { messageId: 'm1' }),
      example('message.deleted', { messageId: 'm3' }),
    ];
    const events = [posted(2), posted(3), posted(4), ...changes];
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

  it('takes changes that a fetched page lags behind, wherever they stand among the posts', () => {
    const recent = [example('message.edited', { messageId: 'm2' }), posted(4)];
    const timeline = applyRecent(timelineOf(page(1, 4)), recent);
    expect(timeline.messages[1]).toMatchObject({ content: 'Grüße, **Welt**', revision: 1 });
  });

  it('of the past takes changes, and no posts before it has grown to the present', () => {
    const past = timelineOf({ ...page(11, 20), hasAfter: true });
    expect(applyEvent(past, posted(32))).toBe(past);
    expect(applyEvent(past, example('message.deleted', { messageId: 'm12' })).messages[1]).toMatchObject({
      isDeleted: true,
    });

    const recent = [posted(30), posted(31), posted(32)];
    const nearer = appendPage(past, { ...page(21, 25), hasAfter: true }, recent);
    expect(ids(nearer)).toEqual(ids(timelineOf(page(11, 25))));
    const present = appendPage(nearer, page(26, 30), recent);
    expect(ids(present)).toEqual(ids(timelineOf(page(11, 32))));
    expect(present.hasAfter).toBe(false);
    expect(ids(appendPage(nearer, { ...page(26, 25), hasAfter: false }, [posted(24), posted(25)]))).toEqual(
      ids(nearer),
    );
  });

  it('grows downwards by the page that follows it, and by no other', () => {
    const past = timelineOf({ ...page(11, 20), hasAfter: true });
    expect(appendPage(past, page(22, 30))).toBe(past);
    const newest = timelineOf(page(11, 20));
    expect(appendPage(newest, page(21, 30))).toBe(newest);
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

  it('takes changes that an older page lags behind, and no post', () => {
    const recent = [example('message.deleted', { messageId: 'm7' }), posted(61)];
    const grown = prependPage(timelineOf(page(51, 60)), page(1, 50), recent);
    expect(grown.messages[6]).toMatchObject({ messageId: 'm7', isDeleted: true, number: 7 });
    expect(ids(grown)).toHaveLength(60);
  });

  it('keeps a deleted message in its place, with its number', () => {
    const timeline = applyEvent(timelineOf(page(1, 3)), example('message.deleted', { messageId: 'm2' }));
    expect(timeline.messages.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(timeline.messages[1]).toMatchObject({ isDeleted: true, content: '' });
  });

  it('changes what is answered, though it is not among its messages', () => {
    const timeline = { ...timelineOf(page(5, 6)), referenced: { m1: message('m1') } };
    const after = applyEvent(timeline, example('message.edited', { messageId: 'm1' }));
    expect(after.referenced['m1']?.content).toBe('Grüße, **Welt**');
    expect(after.messages).toBe(timeline.messages);
  });
});

describe('what is said in a thread', () => {
  const AT = '2026-01-31T12:40:00.000Z';
  const LATER = '2026-01-31T12:41:00.000Z';
  const withThread = applyEvent(timelineOf(page(1, 4)), started('m3'));

  it('is no message of the channel: it is counted at the message that the thread hangs on', () => {
    const after = applyEvent(withThread, reply('r1', AT));
    expect(ids(after)).toEqual(ids(withThread));
    expect(after.messages[2]?.thread).toMatchObject({ messages: 1, lastPostAt: AT });
  });

  it('does not hide posts of the channel that a fetched page lags behind', () => {
    const recent = [reply('r1', AT), posted(5), reply('r2', LATER)];
    expect(ids(applyRecent(timelineOf(page(1, 4)), recent))).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
  });

  it('is in the timeline of its thread, and of no other', () => {
    const timeline = timelineOf({ ...page(1, 0), hasBefore: false }, 'm3');
    const events = [posted(5), reply('r1', AT), said('x', { threadId: 'm2' })];
    expect(ids(events.reduce(applyEvent, timeline))).toEqual(['r1']);
  });

  it('is counted once, though the fetched page counts it already', () => {
    const counted = page(1, 4);
    const thread = applyEvent(withThread, reply('r1', AT)).messages[2]?.thread ?? null;
    counted.messages[2] = message('m3', { number: 3, thread });
    const after = applyRecent(timelineOf(counted), [reply('r1', AT), reply('r2', LATER)]);
    expect(after.messages[2]?.thread?.messages).toBe(2);
  });
});
