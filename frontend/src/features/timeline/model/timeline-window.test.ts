import { describe, expect, it } from 'vitest';
import { message, said } from './examples';
import { appendPage, applyEvent, prependPage, timelineOf, type Timeline } from './timeline';
import { MOST_MESSAGES, numbered, windowAround } from './timeline-window';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const page = (from: number, to: number, hasAfter = false) => ({
  messages: numbers(from, to).map((number) => message(`m${number}`, { number })),
  authors: {},
  referenced: {},
  hasBefore: from > 1,
  hasAfter,
});
const ends = ({ messages }: Timeline) => [messages[0]?.messageId, messages.at(-1)?.messageId];
const live = (timeline: Timeline, from: number, to: number) =>
  numbers(from, to)
    .map((number) => said(`m${number}`))
    .reduce(applyEvent, timeline);

describe('a timeline that has grown long', () => {
  it('keeps what is near, and grows again by the pages that follow', () => {
    const long = timelineOf(page(1_001, 1_400));
    const upper = windowAround(long, 'm1030');
    expect(ends(upper)).toEqual(['m1001', 'm1250']);
    expect(upper).toMatchObject({ hasBefore: true, hasAfter: true });
    expect(ends(appendPage(upper, page(1_251, 1_300, true)))).toEqual(['m1001', 'm1300']);

    const lower = windowAround(long, 'm1390');
    expect(ends(lower)).toEqual(['m1151', 'm1400']);
    expect(lower).toMatchObject({ hasBefore: true, hasAfter: false });
    expect(ends(prependPage(lower, page(1_101, 1_150)))).toEqual(['m1101', 'm1400']);
  });

  it('stays as it is while it is not too long, and where the reader is unknown', () => {
    const short = timelineOf(page(1, MOST_MESSAGES));
    expect(windowAround(short, 'm1')).toBe(short);
    const long = timelineOf(page(1, MOST_MESSAGES + 1));
    expect(windowAround(long, 'gone')).toBe(long);
  });

  it('is not cut where it could not grow again, but where numbers are known', () => {
    const posted = live(timelineOf(page(51, 100)), 101, 500);
    const shortened = windowAround(posted, 'm500');
    expect(ends(shortened)).toEqual(['m100', 'm500']);

    const told = windowAround(numbered(shortened, page(451, 500).messages), 'm500');
    expect(ends(told)).toEqual(['m451', 'm500']);
    expect(told).toMatchObject({ hasBefore: true, hasAfter: false });
    expect(ends(prependPage(told, page(401, 450)))).toEqual(['m401', 'm500']);
  });

  it('is cut behind who reads far above what arrives', () => {
    const reading = windowAround(live(timelineOf(page(1, 250)), 251, 500), 'm100');
    expect(ends(reading)).toEqual(['m1', 'm250']);
    expect(reading.hasAfter).toBe(true);
    expect(applyEvent(reading, said('m501'))).toBe(reading);
  });

  it('still knows what is answered in it, and forgets what is not', () => {
    const all = page(1, 400);
    all.messages[399] = message('m400', { number: 400, replyTo: 'm2' });
    const long = { ...timelineOf(all), referenced: { old: message('old') } };
    expect(Object.keys(windowAround(long, 'm400').referenced)).toEqual(['m2']);
  });
});
