import { expect, it } from 'vitest';
import { relativeTime } from './relative-time';

const now = Date.parse('2026-05-20T12:00:00Z');

it.each([
  ['2026-05-20T11:59:20Z', 'now'],
  ['2026-05-20T12:00:30Z', 'now'],
  ['2026-05-20T11:55:01Z', '4 minutes ago'],
  ['2026-05-20T15:10:00Z', 'in 3 hours'],
  ['2026-05-19T11:00:00Z', 'yesterday'],
  ['2026-05-14T11:00:00Z', '6 days ago'],
  ['2026-05-13T12:00:00Z', '13 May 2026'],
  ['2027-05-13T12:00:00Z', '13 May 2027'],
])('%s is %s', (at, words) => {
  expect(relativeTime(at, now, 'en-GB')).toBe(words);
});
