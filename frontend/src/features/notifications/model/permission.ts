import { useSyncExternalStore } from 'react';

/** What the system says of notifications of this page. */
export type Permission = NotificationPermission | 'unsupported';

const listeners = new Set<() => void>();
let tried = false;
let unusable = false;

export function permission(): Permission {
  if (typeof Notification === 'undefined') return 'unsupported';
  if (Notification.permission !== 'granted') tryOut();
  return unusable ? 'unsupported' : Notification.permission;
}

/** Some mobile browsers have the word for notifications, and let only a service worker show them. */
export function cannotShow(): void {
  unusable = true;
  tellPermission();
}

/** Without permission nothing is shown: making one tells only whether it can be made. */
function tryOut(): void {
  if (tried) return;
  tried = true;
  try {
    new Notification('');
  } catch {
    unusable = true;
  }
}

/** Asks the user; only on a click of theirs. */
export async function askForPermission(): Promise<Permission> {
  if (permission() === 'default') await Notification.requestPermission();
  tellPermission();
  return permission();
}

/** Whoever shows the permission sees that it may have changed. */
export function tellPermission(): void {
  for (const listener of listeners) listener();
}

export function usePermission(): Permission {
  return useSyncExternalStore(subscribe, permission, () => 'unsupported');
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  // It may be changed in the settings of the browser meanwhile.
  addEventListener('focus', changed);
  return () => {
    listeners.delete(changed);
    removeEventListener('focus', changed);
  };
}
