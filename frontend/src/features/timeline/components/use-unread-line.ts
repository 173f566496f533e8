'use client';

import { useEffect, useEffectEvent, useLayoutEffect, useState, type RefObject } from 'react';
import { goesOnTo, reaches, type FirstUnread, type Row } from '../model/rows';
import type { Timeline } from '../model/timeline';

interface Shown {
  viewport: RefObject<HTMLElement | null>;
  content: RefObject<HTMLElement | null>;
  timeline: Timeline | undefined;
  rows: readonly Row[];
  /** Whether all that is loaded is among the rows. */
  whole: boolean;
  firstUnread: FirstUnread | null;
  /** The line comes in sight, or goes out of it: the number that it stands at, null while it is not in sight. */
  onSight(number: number | null): void;
}

type Place = 'above' | 'in-sight' | 'below';

/** Where the line above the unread messages stands, as seen from what is on the screen; null while that is not known. */
export function useUnreadLine({ viewport, content, timeline, rows, whole, firstUnread, onSight }: Shown) {
  const [place, setPlace] = useState<Place | null>(null);
  const tell = useEffectEvent(onSight);
  const number = firstUnread?.number ?? null;
  const isLoaded = timeline !== undefined && firstUnread !== null && reaches(timeline, firstUnread);
  // Where all of it has been deleted there is no line, and nothing to see.
  const isPassed = timeline !== undefined && firstUnread !== null && goesOnTo(timeline, firstUnread);
  const isKnown = firstUnread !== null && rows.length > 0;

  function placeNow(): Place | null {
    const view = viewport.current;
    if (!isKnown || view === null) return null;
    const line = content.current?.querySelector('[data-unread-line]')?.getBoundingClientRect();
    if (line === undefined) return !whole ? 'above' : isPassed ? 'in-sight' : 'below';
    const { top, bottom } = view.getBoundingClientRect();
    if (!isLoaded || line.bottom <= top) return 'above';
    return line.top < bottom ? 'in-sight' : 'below';
  }

  function look(): void {
    const next = placeNow();
    // Even to be told the same has everything rendered once more.
    if (next !== place) setPlace(next);
  }

  const lookNow = useEffectEvent(look);
  // After the view has been put where it belongs, which is done before this.
  // eslint-disable-next-line react-hooks/set-state-in-effect -- where things are on the screen is known afterwards only
  useLayoutEffect(() => lookNow(), [rows, number, isLoaded, isPassed, whole]);
  useEffect(() => {
    const observer = new ResizeObserver(() => lookNow());
    if (viewport.current) observer.observe(viewport.current);
    if (content.current) observer.observe(content.current);
    return () => observer.disconnect();
  }, [viewport, content]);

  const inSight = place === 'in-sight' ? number : null;
  useEffect(() => tell(inSight), [inSight]);
  return { place, look };
}
