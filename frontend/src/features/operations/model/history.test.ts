import { describe, expect, it } from 'vitest';
import { operated } from './examples';
import { byMinute, GAP_MILLIS, KEPT_MILLIS, KEPT_SAMPLES, linesOf, remember, type History } from './history';

const START = Date.UTC(2026, 4, 1, 10);
const seen = (seconds: number) => [operated('timeline', { lagSeconds: seconds, lagRecords: seconds * 10, rate: null })];

function watched(...looks: [at: number, seconds: number][]): History {
  return looks.reduce<History>((history, [at, seconds]) => remember(history, seen(seconds), START + at), []);
}

describe('the history', () => {
  it('has what was seen of each view, in order', () => {
    expect(watched([0, 1], [3_000, 2])).toEqual([
      { at: START, views: new Map([['timeline', { lagSeconds: 1, lagRecords: 10, rate: null }]]) },
      { at: START + 3_000, views: new Map([['timeline', { lagSeconds: 2, lagRecords: 20, rate: null }]]) },
    ]);
  });

  it('never goes back, whatever the clock does', () => {
    const history = watched([3_000, 1]);
    expect(remember(history, seen(9), START + 3_000)).toBe(history);
    expect(remember(history, seen(9), START)).toBe(history);
  });

  it('forgets what is too old', () => {
    const history = watched([0, 1], [3_000, 2], [KEPT_MILLIS + 1, 3]);
    expect(history.map(({ at }) => at - START)).toEqual([3_000, KEPT_MILLIS + 1]);
  });

  it('has a bound, however often one looks', () => {
    let history: History = [];
    for (let look = 0; look < KEPT_SAMPLES + 50; look++) history = remember(history, seen(look), START + look);
    expect(history).toHaveLength(KEPT_SAMPLES);
    expect(history[0]?.at).toBe(START + 50);
  });
});

describe('the lines of a chart', () => {
  it('have a figure of each view, and nothing where nobody knew', () => {
    const first = remember([], [operated('timeline', { rate: null }), operated('reads', { rate: 2 })], START);
    const history = remember(first, [operated('timeline', { rate: 5 })], START + 3_000);
    expect(linesOf(history, ['timeline', 'reads'], 'rate')).toEqual({
      times: [START / 1_000, START / 1_000 + 3],
      values: [
        [null, 5],
        [2, null],
      ],
    });
  });

  it('are broken where nobody looked', () => {
    const { times, values } = linesOf(watched([0, 1], [GAP_MILLIS + 1, 2]), ['timeline'], 'lagSeconds');
    expect(values).toEqual([[1, null, 2]]);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(linesOf(watched([0, 1], [GAP_MILLIS, 2]), ['timeline'], 'lagSeconds').values).toEqual([[1, 2]]);
  });
});

it('minute by minute it has the last look of each, the latest first', () => {
  const history = watched([0, 1], [30_000, 2], [61_000, 3], [62_000, 4]);
  expect(byMinute(history).map(({ at }) => at - START)).toEqual([62_000, 30_000]);
});
