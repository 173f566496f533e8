import { useSyncExternalStore } from 'react';

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

function subscribe(changed: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key !== KEY) return;
    known = undefined;
    changed();
  };
  addEventListener('storage', onStorage);
  listeners.add(changed);
  return () => {
    removeEventListener('storage', onStorage);
    listeners.delete(changed);
  };
}

function read(): Wishes {
  try {
    const { desktop, sound } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Wishes>;
    return { desktop: desktop === true, sound: sound === true };
  } catch {
    return NOTHING;
  }
}
