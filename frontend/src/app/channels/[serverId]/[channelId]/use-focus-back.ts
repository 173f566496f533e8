import { useEffect, useLayoutEffect, useRef } from 'react';
import { focusOrigin, giveFocusBack } from '@/components/ui/focus-origin';

/**
 * Gives the focus back to where it was before a pane opened, if the pane takes it along as it closes.
 *
 * @param what which pane is open; null for none
 */
export function useFocusBack(what: string | null): void {
  const origin = useRef<readonly HTMLElement[]>([]);
  // Before anything in the pane asks for it.
  useLayoutEffect(() => {
    if (what !== null) origin.current = focusOrigin();
  }, [what]);
  useEffect(() => {
    if (what === null) return;
    const before = origin.current;
    return () => giveFocusBack(before);
  }, [what]);
}
