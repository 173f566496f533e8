import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TYPING_MILLIS, Typists } from './typists';

let typists: Typists;
const changed = vi.fn();
const starts = (userId: string, threadId: string | null = null) =>
  typists.started({ channelId: 'c', threadId, userId });

beforeEach(() => {
  vi.useFakeTimers();
  changed.mockReset();
  typists = new Typists();
  typists.subscribe(changed);
});
afterEach(() => vi.useRealTimers());

it('who has begun stands behind who had, and stops after a while', () => {
  starts('ada');
  vi.advanceTimersByTime(1_000);
  starts('ben');
  expect(typists.in('c', null)).toEqual(['ada', 'ben']);
  vi.advanceTimersByTime(TYPING_MILLIS - 1_000);
  expect(typists.in('c', null)).toEqual(['ben']);
  vi.advanceTimersByTime(1_000);
  expect(typists.in('c', null)).toEqual([]);
});

it('who goes on writing stays, and nothing is drawn anew', () => {
  starts('ada');
  const shown = typists.in('c', null);
  vi.advanceTimersByTime(3_000);
  starts('ada');
  vi.advanceTimersByTime(3_000);
  expect(typists.in('c', null)).toBe(shown);
  expect(changed).toHaveBeenCalledTimes(1);
});

it('a message ends it in its own place only', () => {
  starts('ada');
  starts('ada', 'a thread');
  starts('ben');
  typists.sent('c', null, 'ada');
  expect(typists.in('c', null)).toEqual(['ben']);
  expect(typists.in('c', 'a thread')).toEqual(['ada']);
  typists.sent('c', null, 'nobody');
  expect(typists.in('c', null)).toEqual(['ben']);
});
