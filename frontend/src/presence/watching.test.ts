import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Watching } from './watching';

const say = vi.fn();
let watching: Watching;
const watched = (userIds: string[], channelIds: string[] = []) => ({ op: 'watch', userIds, channelIds });

beforeEach(() => {
  vi.useFakeTimers();
  say.mockReset();
  watching = new Watching(say);
});
afterEach(() => vi.useRealTimers());

it('what parts of the page show is told together', () => {
  watching.people(['ben', 'ada']);
  watching.people(['ada', 'cleo']);
  watching.channel('c');
  vi.advanceTimersByTime(50);
  expect(say).toHaveBeenCalledExactlyOnceWith(watched(['ada', 'ben', 'cleo'], ['c']));
});

it('somebody is watched until the last part that shows them is gone', () => {
  const hideList = watching.people(['ada', 'ben']);
  const hideCard = watching.people(['ada']);
  vi.advanceTimersByTime(50);
  hideList();
  vi.advanceTimersByTime(2_000);
  expect(say).toHaveBeenLastCalledWith(watched(['ada']));
  hideCard();
  vi.advanceTimersByTime(2_000);
  expect(say).toHaveBeenLastCalledWith(watched([]));
});

it('while a page comes to be it is told soon', () => {
  watching.people(['ada']);
  vi.advanceTimersByTime(50);
  watching.people(['ben']);
  vi.advanceTimersByTime(200);
  expect(say).toHaveBeenLastCalledWith(watched(['ada', 'ben']));
});

it('it is told every two seconds at most after that, and only what has changed', () => {
  for (const some of ['x', 'y', 'z']) {
    watching.people([some])();
    watching.channel(some);
    vi.advanceTimersByTime(200);
  }
  say.mockReset();
  watching.people(['ada']);
  vi.advanceTimersByTime(50);
  for (let i = 0; i < 10; i++) watching.channel(`c${i}`)();
  watching.people(['ben']);
  vi.advanceTimersByTime(1_900);
  expect(say).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(100);
  expect(say).toHaveBeenCalledTimes(2);
  expect(say).toHaveBeenLastCalledWith(watched(['ada', 'ben'], ['x', 'y', 'z']));
  watching.people(['ada']);
  vi.advanceTimersByTime(5_000);
  expect(say).toHaveBeenCalledTimes(2);
});

it('a new connection is told at once', () => {
  watching.people(['ada']);
  vi.advanceTimersByTime(50);
  watching.onReady();
  vi.advanceTimersByTime(50);
  expect(say).toHaveBeenCalledTimes(2);
});

it('never more than the gateway takes', () => {
  watching.people(Array.from({ length: 1_200 }, (_, i) => `u${i}`));
  vi.advanceTimersByTime(50);
  expect(say.mock.lastCall?.[0].userIds).toHaveLength(1_000);
});
