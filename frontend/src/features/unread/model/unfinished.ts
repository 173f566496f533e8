import { useSyncExternalStore } from 'react';

/** Some channels of a server could not be marked as read. */
export interface Unfinished {
  readonly serverId: string;
  readonly channels: number;
}

let current: Unfinished | null = null;
const listeners = new Set<() => void>();

export function tellUnfinished(unfinished: Unfinished | null): void {
  current = unfinished;
  for (const listener of listeners) listener();
}

/** What is left of the last server that one wanted to mark as read; null if nothing is. */
export function useUnfinished(): Unfinished | null {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
