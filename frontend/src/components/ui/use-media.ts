'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query matches, live; yes while a page has not come to life. */
export function useMedia(query: string): boolean {
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

/** Whether there is room for a pane beside a conversation; where there is none, panes slide over it. */
export function useWide(): boolean {
  return useMedia('(min-width: 1024px)');
}

/** Whether one writes with fingers alone: such a keyboard has an Enter and no Shift to go with it. */
export function useTouch(): boolean {
  return useMedia('(pointer: coarse) and (hover: none)');
}
