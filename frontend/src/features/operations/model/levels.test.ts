import { expect, it } from 'vitest';
import { generation } from './examples';
import { alertLevel, lagLevel, worst } from './levels';
import { progressOf } from './progress';
import { spanWords } from './span-words';

it.each([
  [null, 'unknown'],
  [0, 'good'],
  [5, 'good'],
  [5.1, 'watch'],
  [30, 'watch'],
  [30.1, 'bad'],
] as const)('a lag of %s seconds is %s', (seconds, level) => {
  expect(lagLevel(seconds)).toBe(level);
});

it('only what is critical and fires has to be acted on at once', () => {
  expect(alertLevel({ severity: 'critical', state: 'firing' })).toBe('bad');
  expect(alertLevel({ severity: 'critical', state: 'pending' })).toBe('watch');
  expect(alertLevel({ severity: 'warning', state: 'firing' })).toBe('watch');
});

it('of several levels the worst counts, and not to know is worse than good', () => {
  expect(worst([])).toBe('good');
  expect(worst(['good', 'unknown'])).toBe('unknown');
  expect(worst(['unknown', 'watch', 'good'])).toBe('watch');
  expect(worst(['bad', 'watch'])).toBe('bad');
});

it.each([
  [
    { applied: 0, lagRecords: 1_000, rate: null },
    { part: 0, left: null },
  ],
  [
    { applied: 250, lagRecords: 750, rate: 50 },
    { part: 0.25, left: 15 },
  ],
  [
    { applied: 250, lagRecords: 750, rate: 0 },
    { part: 0.25, left: null },
  ],
  [
    { applied: 1_000, lagRecords: 0, rate: 50 },
    { part: 1, left: 0 },
  ],
  [
    { applied: 0, lagRecords: 0, rate: null },
    { part: 1, left: 0 },
  ],
])('of a rebuild with %o it is known that %o', (figures, progress) => {
  expect(progressOf(generation(2, figures))).toEqual(progress);
});

it.each([
  [0, 'en', '0s'],
  [4.24, 'en', '4.2s'],
  [42.4, 'en', '42s'],
  [600, 'en', '10m'],
  [9_000, 'en', '2.5h'],
  [4.24, 'de', '4,2 Sek.'],
])('%d seconds are said in %s as %s', (seconds, locale, words) => {
  expect(spanWords(seconds, locale)).toBe(words);
});
