import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beforeNextFrame } from './next-frame';

const runs: string[] = [];
const note = (name: string) => () => void runs.push(name);
const is = (state: DocumentVisibilityState) => vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);

beforeEach(() => {
  vi.useFakeTimers();
  runs.length = 0;
  is('visible');
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('runs all that waits in one frame, in its order', () => {
  beforeNextFrame(note('one'));
  beforeNextFrame(note('other'));
  expect(runs).toEqual([]);
  vi.advanceTimersToNextFrame();
  expect(runs).toEqual(['one', 'other']);
  vi.advanceTimersByTime(1_000);
  expect(runs).toEqual(['one', 'other']);
});

it('leaves what is asked for meanwhile to the frame after that', () => {
  beforeNextFrame(() => beforeNextFrame(note('then')));
  vi.advanceTimersToNextFrame();
  expect(runs).toEqual([]);
  vi.advanceTimersToNextFrame();
  expect(runs).toEqual(['then']);
});

it('runs the others though one fails, which is reported', () => {
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  const failure = new Error('one fails');
  beforeNextFrame(() => {
    throw failure;
  });
  beforeNextFrame(note('other'));
  vi.advanceTimersToNextFrame();
  expect(runs).toEqual(['other']);
  expect(report).toHaveBeenCalledExactlyOnceWith(failure);
});

it('runs soon where no frame comes', () => {
  is('hidden');
  beforeNextFrame(note('hidden'));
  vi.advanceTimersByTime(1);
  expect(runs).toEqual(['hidden']);

  is('visible');
  vi.stubGlobal('requestAnimationFrame', () => 0);
  beforeNextFrame(note('hidden meanwhile'));
  vi.advanceTimersByTime(100);
  expect(runs).toEqual(['hidden', 'hidden meanwhile']);
});
