import { expect, it } from 'vitest';
import { RecentEvents } from './recent-events';

it('keeps the last events of each subject, and the subjects heard of last', () => {
  const recent = new RecentEvents<number>(2, 2);
  for (const event of [1, 2, 3]) recent.add('a', event);
  recent.add('b', 4);
  recent.add('a', 5);
  recent.add('c', 6);
  expect(recent.of('a')).toEqual([3, 5]);
  expect(recent.of('b')).toEqual([]);
  expect(recent.of('c')).toEqual([6]);
  recent.clear();
  expect(recent.of('a')).toEqual([]);
});
