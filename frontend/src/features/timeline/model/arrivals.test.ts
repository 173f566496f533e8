import { expect, it } from 'vitest';
import type { Message } from '@/contracts/message';
import { arrivals } from './arrivals';
import { message } from './examples';

const said = (messageId: string, number: number, more: Partial<Message> = {}) =>
  message(messageId, { number, authorId: 'grace', ...more });
const timeline = (messages: readonly Message[], hasAfter = false) => ({
  threadId: null,
  messages,
  referenced: {},
  hasBefore: true,
  hasAfter,
});
const ids = (messages: readonly Message[]) => messages.map(({ messageId }) => messageId);
const before = timeline([said('a', 10), said('b', 11)]);

it('are what others say, not what one says oneself, nor what was deleted already', () => {
  const now = timeline([
    ...before.messages,
    said('c', 12),
    said('mine', 13, { authorId: 'ada' }),
    said('gone', 14, { isDeleted: true }),
    said('d', 15),
  ]);
  expect(ids(arrivals(before, now, 'ada'))).toEqual(['c', 'd']);
  expect(ids(arrivals(timeline([]), timeline([said('first', 1)]), 'ada'))).toEqual(['first']);
});

it('are not the past that is loaded, nor what is changed, nor where one jumps', () => {
  expect(arrivals(before, timeline([said('older', 9), ...before.messages]), 'ada')).toEqual([]);
  expect(arrivals(before, timeline([said('a', 10, { content: 'other' }), said('b', 11)]), 'ada')).toEqual([]);
  expect(arrivals(before, timeline([said('old', 2)], true), 'ada')).toEqual([]);
  expect(arrivals(timeline([said('old', 2)], true), before, 'ada')).toEqual([]);
});

it('are known before the service has given them a number, and are told once', () => {
  const live = timeline([...before.messages, said('c', 12, { number: null })]);
  expect(ids(arrivals(before, live, 'ada'))).toEqual(['c']);
  expect(ids(arrivals(live, timeline([...live.messages, said('d', 13, { number: null })]), 'ada'))).toEqual(['d']);
  expect(arrivals(live, timeline(live.messages.slice(1)), 'ada')).toEqual([]);
});

it('are all of what is shown when more was said meanwhile', () => {
  expect(ids(arrivals(before, timeline([said('y', 90), said('z', 91)]), 'ada'))).toEqual(['y', 'z']);
});

it('are told when it is known what they say, and once', () => {
  const untold = timeline([...before.messages, said('c', 12, { content: '' }), said('d', 13)]);
  expect(ids(arrivals(before, untold, 'ada'))).toEqual(['d']);
  const told = timeline([...before.messages, said('c', 12), said('d', 13)]);
  expect(ids(arrivals(untold, told, 'ada'))).toEqual(['c']);
  expect(ids(arrivals(told, timeline([...told.messages, said('e', 14)]), 'ada'))).toEqual(['e']);
});
