import { useSyncExternalStore } from 'react';

const STEP_MILLIS = 1_000;

/** The time, by the second. */
export function useNow(): number {
  return useSyncExternalStore(everySecond, secondNow, secondNow);
}

/** Whether something is older than that by now. */
export function useOlderThan(at: number, millis: number): boolean {
  return useSyncExternalStore(
    everySecond,
    () => Date.now() - at > millis,
    () => false,
  );
}

function secondNow(): number {
  return Math.floor(Date.now() / STEP_MILLIS) * STEP_MILLIS;
}

function everySecond(changed: () => void): () => void {
  const timer = setInterval(changed, STEP_MILLIS);
  return () => clearInterval(timer);
}
