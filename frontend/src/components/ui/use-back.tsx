'use client';

import { useEffectEvent, useId, useLayoutEffect } from 'react';
import { cover, hearBack } from './back';
import { useWide } from './use-media';

/**
 * Back closes a pane that slides over the page, for want of room beside it. It is open again after a reload, and when one
 * comes back to the page from elsewhere.
 *
 * @param what which one is open; null for none
 * @param change opens or closes it
 */
export function useBack(kind: string, what: string | null, change: (what: string | null) => void): void {
  const covers = !useWide();
  const onChange = useEffectEvent(change);
  useLayoutEffect(() => (covers ? hearBack(kind, (next) => onChange(next)) : undefined), [covers, kind]);
  useLayoutEffect(() => (covers && what !== null ? cover({ kind, what }) : undefined), [covers, kind, what]);
}

/** In something that is open in front of the page: Back closes it, where there is little room. A reload does not open it again. */
export function BackCloses({ onBack }: { onBack(): void }) {
  useBack(useId(), 'open', (what) => {
    if (what === null) onBack();
  });
  return null;
}
