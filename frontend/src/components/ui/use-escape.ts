'use client';

import { useEffect, useEffectEvent } from 'react';

/** Those that hid a tooltip, which they do beside whatever else they are for. */
const beside = new WeakSet<Event>();

/** Hears of an Escape that is not yet taken, and takes it. First: before whatever is behind it, as an open dialog does. */
export function useEscape(onEscape: () => void, { on = true, first = false } = {}): void {
  const escape = useEffectEvent(onEscape);
  useEffect(() => {
    if (!on) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isTaken(event)) return;
      event.preventDefault();
      beside.delete(event);
      escape();
    };
    document.addEventListener('keydown', close, first);
    return () => document.removeEventListener('keydown', close, first);
  }, [on, first]);
}

/** Whether something has closed by it, or been done. */
export function isTaken(event: KeyboardEvent): boolean {
  return event.defaultPrevented && !beside.has(event);
}

/** What a tooltip does about it: it goes, and leaves the key to what is behind it. */
export function leaveEscape(event: KeyboardEvent): void {
  beside.add(event);
}
