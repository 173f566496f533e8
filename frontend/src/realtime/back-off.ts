const BASE_MILLIS = 500;
const CAP_MILLIS = 20_000;
const FLOOR_MILLIS = 100;
const LATER_MILLIS = 10_000;

/**
 * How long to wait before the given attempt (1, 2, …): exponential with full jitter, so that clients which lost the same
 * instance do not come back in step.
 */
export function backOffMillis(attempt: number, random: number, later = false): number {
  const ceiling = Math.min(CAP_MILLIS, BASE_MILLIS * 2 ** (attempt - 1));
  return FLOOR_MILLIS + random * ceiling + (later ? LATER_MILLIS : 0);
}
