'use client';

import { useEffect, useEffectEvent } from 'react';
import { isTaken } from '@/components/ui/use-escape';
import { shortcutOf, type ShortcutId } from '@/contracts/shortcuts';

/** Does what is given for the shortcuts, wherever one is; unless something on top asks something. */
export function useShortcuts(actions: Partial<Record<ShortcutId, () => void>>): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    const id = event.isComposing ? null : shortcutOf(event);
    const action = id === null ? undefined : actions[id];
    if (action === undefined) return;
    if (isChord(event)) {
      // The browser, and the control that has the focus, have another use for some of them, which is meant by nobody.
      event.preventDefault();
      event.stopPropagation();
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
    }
    action();
  });
  useEffect(() => {
    const onChord = (event: KeyboardEvent) => isChord(event) && act(event);
    // A single key comes last, so that whatever it closes has had it before.
    const onKey = (event: KeyboardEvent) => !isChord(event) && !isTaken(event) && act(event);
    addEventListener('keydown', onChord, { capture: true });
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onChord, { capture: true });
      removeEventListener('keydown', onKey);
    };
  }, []);
}

function isChord({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}
