'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Whether there is room for a pane on the right. */
export function useWide(): boolean {
  return useRoom('(min-width: 1024px)');
}

/** Whether there is room beside a wide pane on the right for all that the header of a channel has. */
export function useRoomy(): boolean {
  return useRoom('(min-width: 1366px)');
}

/** Whether there is that room beside the list of members. */
export function useRoomyBesideList(): boolean {
  return useRoom('(min-width: 1200px)');
}

function useRoom(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => true,
  );
}
