import { useSyncExternalStore } from 'react';
import { onKeptElsewhere } from '@/storage/kept-by-tabs';

/** How this browser calls its user. */
export interface Wishes {
  /** Whether it shows notifications, as far as the system lets it. */
  desktop: boolean;
  sound: boolean;
}

const KEY = 'webchat.notifications';
const NOTHING: Wishes = { desktop: false, sound: false };
const listeners = new Set<() => void>();
let known: Wishes | undefined;

export function wishes(): Wishes {
  return (known ??= read());
}

export function wishFor(changed: Partial<Wishes>): void {
  known = { ...wishes(), ...changed };
  try {
    localStorage.setItem(KEY, JSON.stringify(known));
  } catch {
    // Without storage the wish lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function useWishes(): Wishes {
  return useSyncExternalStore(subscribe, wishes, () => NOTHING);
}

// Whichever tab speaks, it is the one that has to know; the settings may be in another.
onKeptElsewhere(KEY, () => {
  known = undefined;
  for (const listener of listeners) listener();
});

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function read(): Wishes {
  try {
    const { desktop, sound } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Wishes>;
    return { desktop: desktop === true, sound: sound === true };
  } catch {
    return NOTHING;
  }
}
