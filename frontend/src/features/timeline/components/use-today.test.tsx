import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { messageTime } from '../model/times';
import { useToday } from './use-today';

afterEach(() => {
  vi.useRealTimers();
});

it('a message of today is one of yesterday when midnight has passed', () => {
  vi.useFakeTimers({ now: new Date(2026, 4, 20, 23, 30) });
  const at = new Date(2026, 4, 20, 14, 5).toISOString();
  const { result, unmount } = renderHook(() => messageTime(at, useToday(), 'de'));
  expect(result.current).toBe('14:05');
  act(() => void vi.advanceTimersByTime(31 * 60_000));
  expect(result.current).toBe('Gestern 14:05');
  act(() => void vi.advanceTimersByTime(24 * 60 * 60_000));
  expect(result.current).toBe('20.05.2026, 14:05');
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});

it('it is tomorrow soon after a computer wakes that slept through midnight', () => {
  vi.useFakeTimers({ now: new Date(2026, 4, 20, 14, 30) });
  const { result, unmount } = renderHook(useToday);
  vi.setSystemTime(new Date(2026, 4, 21, 9, 0));
  act(() => void vi.advanceTimersByTime(10 * 60_000));
  expect(result.current).toEqual(new Date(2026, 4, 21));
  unmount();
});
