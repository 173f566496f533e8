import { useSyncExternalStore } from 'react';
import { NO_SEARCH, type Search } from './search';

/** What is searched for in a server: it stays while one goes from one channel to another to look at what was found. */
export interface Searching {
  readonly serverId: string;
  /** What stands in the field. */
  readonly draft: Search;
  /** What the results are of; null before one has searched. */
  readonly sought: Search | null;
  readonly everywhere: boolean;
  /** Whether the results are shown. */
  readonly open: boolean;
}

const begun = (serverId: string): Searching => ({
  serverId,
  draft: NO_SEARCH,
  sought: null,
  everywhere: false,
  open: false,
});

let current = begun('');
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Another server begins with an empty field. */
export function changeSearch(serverId: string, change: Partial<Omit<Searching, 'serverId'>>): void {
  current = { ...searchOf(serverId), ...change };
  listeners.forEach((listener) => listener());
}

/** For whoever signs in after this person. */
export function forgetSearch(): void {
  current = begun('');
  listeners.forEach((listener) => listener());
}

function searchOf(serverId: string): Searching {
  return current.serverId === serverId
    ? current
    : (nothing = nothing.serverId === serverId ? nothing : begun(serverId));
}

let nothing = begun('');

export function useSearching(serverId: string): Searching {
  return useSyncExternalStore(
    subscribe,
    () => searchOf(serverId),
    () => searchOf(serverId),
  );
}
