import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ViewAges } from './view-ages';

let ages: ViewAges;
beforeEach(() => {
  vi.useFakeTimers();
  ages = new ViewAges();
});
afterEach(() => void vi.useRealTimers());

it('tells how old the oldest view is, and nothing of what is no older than usual', () => {
  const heard = vi.fn();
  ages.subscribe(heard);
  ages.answered('/api/servers', '2');
  expect(ages.behind()).toBeNull();
  ages.answered('/api/servers?limit=1', '40');
  ages.answered('/api/conversations', '15');
  expect(ages.behind()).toBe(40);
  ages.answered('/api/servers', null);
  expect(ages.behind()).toBe(15);
  ages.answered('/api/conversations', '1');
  expect(ages.behind()).toBeNull();
  expect(heard).toHaveBeenCalledTimes(3);
});

it('counts from the first refusal until an answer', () => {
  ages.refused('/api/servers');
  expect(ages.behind()).toBeNull();
  vi.advanceTimersByTime(12_000);
  ages.refused('/api/servers');
  expect(ages.behind()).toBe(12);
  ages.answered('/api/servers', null);
  expect(ages.behind()).toBeNull();
});

it('forgets what nobody has asked again', () => {
  ages.answered('/api/servers', '40');
  vi.advanceTimersByTime(29_000);
  expect(ages.behind()).toBe(40);
  vi.advanceTimersByTime(1_000);
  expect(ages.behind()).toBeNull();
});
