'use client';

import { useEffect, useEffectEvent } from 'react';
import { shortcutOf, type ShortcutId } from '@/contracts/shortcuts';

/** Does what is given for the shortcuts, wherever one is; unless something on top has taken the key. */
export function useShortcuts(actions: Partial<Record<ShortcutId, () => void>>): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const id = shortcutOf(event);
    const action = id === null ? undefined : actions[id];
    if (action === undefined) return;
    if (event.key !== 'Escape') event.preventDefault();
    action();
  });
  useEffect(() => {
    // On the window, so that whatever it closes has had it before.
    const onKey = (event: KeyboardEvent) => act(event);
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
