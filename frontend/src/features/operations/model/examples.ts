import type { Alerts } from '../api/fetch-alerts';
import type { Letter } from '../api/letters';
import type { OperatedGeneration, OperatedView } from '../api/views';

/** For tests: a generation that has applied everything, but for what is said. */
export function generation(number: number, figures: Partial<OperatedGeneration> = {}): OperatedGeneration {
  const one = { applied: 1_200, end: 1_200, lagRecords: 0, lagSeconds: 0, rate: 0, ...figures };
  return {
    number,
    ...one,
    partitions: [
      {
        partition: 0,
        position: one.applied,
        end: one.end,
        lagRecords: one.lagRecords,
        lagSeconds: one.lagSeconds,
        rate: one.rate,
      },
      { partition: 1, position: 0, end: 0, lagRecords: 0, lagSeconds: 0, rate: 0 },
    ],
  };
}

/** For tests: a view that is up to date, but for what is said. */
export function operated(
  view: string,
  live: Partial<OperatedGeneration> = {},
  more: Partial<OperatedView> = {},
): OperatedView {
  return {
    view,
    topic: 'webchat.messages',
    live: generation(1, live),
    building: null,
    previous: null,
    caughtUp: null,
    ...more,
  };
}

/** For tests: a record that was put aside. */
export function letter(offset: number, more: Partial<Letter> = {}): Letter {
  return {
    id: `webchat.messages.dlt/3/${offset}`,
    at: '2026-05-01T10:00:00.000Z',
    view: 'timeline',
    generation: 1,
    source: `webchat.messages/3/${1_000 + offset}`,
    type: 'webchat.message.posted.v1',
    key: 'channel/record',
    cause: `java.lang.IllegalStateException: poison ${offset}`,
    state: 'open',
    detail: null,
    ...more,
  };
}

export const NO_ALERTS: Alerts = { source: 'prometheus', alerts: [] };
