import { useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Whether the page has come to life. Until then it is what the server has drawn: a form of it that were sent would be sent
 * by the browser, and what was written lost.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
