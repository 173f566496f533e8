import { useSyncExternalStore } from 'react';

/** What the system says of notifications of this page. */
export type Permission = NotificationPermission | 'unsupported';

const listeners = new Set<() => void>();

export function permission(): Permission {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission;
}

/** Asks the user; only on a click of theirs. */
export async function askForPermission(): Promise<Permission> {
  if (permission() === 'default') await Notification.requestPermission();
  for (const listener of listeners) listener();
  return permission();
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
