import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { idBefore } from './neighbour';
import { Settling } from './settling';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads anew soon, and again when a view that lags has caught up; news begin the wait again', () => {
  const read = vi.fn();
  const settling = new Settling(read);
  settling.begin('s');
  settling.begin('s');
  vi.advanceTimersByTime(60);
  expect(read).toHaveBeenCalledExactlyOnceWith('s');
  vi.advanceTimersByTime(10_000);
  expect(read).toHaveBeenCalledTimes(3);
  settling.begin('s');
  settling.end('s');
  vi.advanceTimersByTime(10_000);
  expect(read).toHaveBeenCalledTimes(3);
});

it('knows the id before another one', () => {
  expect(idBefore('0197b3a0-0000-7000-8000-000000000005')).toBe('0197b3a0-0000-7000-8000-000000000004');
  expect(idBefore('0197b3a0-0000-7000-8000-000000000000')).toBe('0197b3a0-0000-7000-7fff-ffffffffffff');
});
