'use client';

import { useSyncExternalStore } from 'react';

/** A computer that slept waits on where it stopped: it looks at the clock now and then. */
const LONGEST_WAIT_MILLIS = 10 * 60_000;

let today = midnight();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** The day that it is, told anew at midnight: one timer for all that is on the screen. */
export function useToday(): Date {
  return useSyncExternalStore(subscribe, current, current);
}

function current(): Date {
  const now = midnight();
  if (now.getTime() !== today.getTime()) today = now;
  return today;
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  if (listeners.size === 1) waitForTomorrow();
  return () => {
    listeners.delete(changed);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

function waitForTomorrow(): void {
  const tomorrow = midnight();
  tomorrow.setDate(tomorrow.getDate() + 1);
  timer = setTimeout(
    () => {
      for (const changed of [...listeners]) changed();
      waitForTomorrow();
    },
    Math.min(tomorrow.getTime() - Date.now(), LONGEST_WAIT_MILLIS),
  );
}

function midnight(): Date {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}
