import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdleness } from './idleness';

const MINUTE = 60_000;
const tell = vi.fn();
let end: () => void;

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  becomes(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }

  input(kind: string): void {
    this.dispatchEvent(new Event(kind));
  }
}
let page: Page;

beforeEach(() => {
  vi.useFakeTimers();
  tell.mockReset();
  page = new Page();
  end = watchIdleness(page, tell);
  expect(tell).toHaveBeenCalledExactlyOnceWith('active');
  tell.mockClear();
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

it('ten minutes without input are idle, and the next input is not', () => {
  vi.advanceTimersByTime(9 * MINUTE);
  page.input('keydown');
  vi.advanceTimersByTime(9 * MINUTE);
  expect(tell).not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE);
  expect(tell).toHaveBeenLastCalledWith('idle');
  page.input('pointermove');
  page.input('pointermove');
  expect(tell).toHaveBeenLastCalledWith('active');
  expect(tell).toHaveBeenCalledTimes(2);
});

it('ten minutes out of sight are idle, and being looked at again is not', () => {
  page.becomes('hidden');
  vi.advanceTimersByTime(10 * MINUTE);
  expect(tell).toHaveBeenLastCalledWith('idle');
  page.becomes('visible');
  expect(tell).toHaveBeenLastCalledWith('active');
});
