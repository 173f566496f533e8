import type { OperatedView } from '../api/views';

/** For how long what was seen is remembered. */
export const KEPT_MILLIS = 10 * 60_000;

/** More than this are never remembered, however often one looks. */
export const KEPT_SAMPLES = 400;

/** If nothing was seen for longer, a line has a gap. */
export const GAP_MILLIS = 12_000;

export interface Figures {
  lagSeconds: number | null;
  lagRecords: number;
  rate: number | null;
}

export type Figure = keyof Figures;

/** What was seen of all views at a moment, by this machine's clock. */
export interface Sample {
  at: number;
  views: ReadonlyMap<string, Figures>;
}

export type History = readonly Sample[];

/** The history with what is seen now, without what is too old. A moment that is not after the last one changes nothing. */
export function remember(history: History, views: readonly OperatedView[], at: number): History {
  const last = history.at(-1);
  if (last !== undefined && at <= last.at) return history;
  const sample = {
    at,
    views: new Map(
      views.map(({ view, live: { lagSeconds, lagRecords, rate } }) => [view, { lagSeconds, lagRecords, rate }]),
    ),
  };
  return [...history.filter((one) => at - one.at <= KEPT_MILLIS), sample].slice(-KEPT_SAMPLES);
}

export interface Lines {
  /** In seconds, ascending. */
  times: number[];
  /** One for each view; null where nobody knew, or nobody looked. */
  values: (number | null)[][];
}

/** A figure of each view over time. Between two looks that lie far apart there is a moment without figures. */
export function linesOf(history: History, views: readonly string[], figure: Figure): Lines {
  const times: number[] = [];
  const values: (number | null)[][] = views.map(() => []);
  let before: number | null = null;
  for (const sample of history) {
    if (before !== null && sample.at - before > GAP_MILLIS) {
      times.push((before + 1) / 1_000);
      for (const line of values) line.push(null);
    }
    times.push(sample.at / 1_000);
    views.forEach((view, index) => values[index]?.push(sample.views.get(view)?.[figure] ?? null));
    before = sample.at;
  }
  return { times, values };
}

/** Of each minute the last look, the latest first. */
export function byMinute(history: History): Sample[] {
  const minutes = new Map(history.map((sample) => [Math.floor(sample.at / 60_000), sample]));
  return [...minutes.values()].reverse();
}
