import { afterEach, expect, it, vi } from 'vitest';
import { playSound } from './sound';

const parameter = { value: 0, setValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() };
const node = () => ({ gain: parameter, frequency: parameter, connect: vi.fn(), start: vi.fn(), stop: vi.fn() });
const close = vi.fn(() => Promise.resolve());

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('keeps nothing open, even where the page may not play', () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'AudioContext',
    class {
      readonly currentTime = 0;
      readonly createGain = node;
      readonly createOscillator = node;
      readonly close = close;
    },
  );
  playSound();
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(close).toHaveBeenCalledOnce();
});
