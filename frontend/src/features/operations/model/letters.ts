import { queryOptions } from '@tanstack/react-query';
import { queryKeys } from '@/contracts/query-keys';
import type { PlainKey } from '@/i18n/translate';
import { fetchDeadLetters, type LetterFilter } from '../api/fetch-dead-letters';
import type { Letter } from '../api/letters';

/** Each look reads the whole topics. */
const LOOK_AGAIN_MILLIS = 15_000;

/** An older list is not to be taken for that of now. */
export const STALE_LETTERS_MILLIS = 3 * LOOK_AGAIN_MILLIS;

export function lettersQuery(filter: LetterFilter, running: boolean) {
  return queryOptions({
    queryKey: queryKeys.deadLetters(filter),
    queryFn: ({ signal }) => fetchDeadLetters(filter, signal),
    staleTime: 0,
    retry: false,
    refetchInterval: running && LOOK_AGAIN_MILLIS,
  });
}

const STATES = {
  open: 'operations.stateOpen',
  wanted: 'operations.stateWanted',
  applied: 'operations.stateApplied',
  refused: 'operations.stateRefused',
  overtaken: 'operations.stateOvertaken',
  erased: 'operations.stateErased',
  former: 'operations.stateFormer',
} as const satisfies Record<Letter['state'], PlainKey<'operations'>>;

export function stateLabel(state: Letter['state']): (typeof STATES)[Letter['state']] {
  return STATES[state];
}

/** Whether another replay may change something. */
export function isReplayable({ state, generation }: Letter): boolean {
  return generation !== null && state !== 'applied' && state !== 'erased' && state !== 'former';
}
