'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { anchorIn, topOf, type Anchor } from './anchor';

const NEAR_BOTTOM_PIXELS = 48;
const NEAR_END_PIXELS = 600;

interface Content {
  /** Of the first and last row shown; they tell what has changed, and where. */
  firstKey: string | undefined;
  lastKey: string | undefined;
  /** Whether the last row is the reader's own words just sent: then it is shown, whatever was being read. */
  lastIsOwn: boolean;
  /** Whether the last row is the newest message: who is at the bottom of a stretch of the past stays where they are. */
  isPresent: boolean;
  /** The reader comes near the oldest row. */
  onNearTop(): unknown;
  /** The reader comes near the newest row of a stretch of the past. */
  onNearBottom(): unknown;
  /** The reader comes to the newest row, or leaves it. */
  onBottom(atBottom: boolean): void;
}

interface Away {
  /** The newest row when the reader left the bottom. */
  since: string | undefined;
  far: boolean;
}

/**
 * Keeps what is being read where it is, whatever comes and goes above and below it; newer rows only move the view of
 * somebody who is at the bottom.
 */
export function useTimelineScroll({
  firstKey,
  lastKey,
  lastIsOwn,
  isPresent,
  onNearTop,
  onNearBottom,
  onBottom,
}: Content) {
  const viewport = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atBottom = useRef(true);
  const anchor = useRef<Anchor | null>(null);
  const lastShown = useRef<string | undefined>(undefined);
  const firstShown = useRef<string | undefined>(undefined);
  const [away, setAway] = useState<Away | null>(null);

  const toBottom = useCallback(() => {
    atBottom.current = true;
    onBottom(true);
    const element = viewport.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [onBottom]);

  /** What was read last stands again where it stood. */
  const hold = useCallback(() => {
    const element = viewport.current;
    if (!element) return;
    const { current } = anchor;
    const top = current && topOf(element, current.messageId);
    const moved = current !== null && top !== null ? top - current.top : 0;
    // Even what writes the same place ends a swipe that is still under way.
    if (moved !== 0) element.scrollTop += moved;
    anchor.current = anchorIn(element);
  }, []);

  useLayoutEffect(() => {
    if (!isPresent && atBottom.current) {
      atBottom.current = false;
      onBottom(false);
    }
    // Once, when it is sent: it stays the last row while older pages arrive.
    const justSent = isPresent && lastIsOwn && lastShown.current !== lastKey;
    lastShown.current = lastKey;
    if (atBottom.current || justSent) toBottom();
    else hold();
    // Older rows that came may be gone again, without the content being of another size in between.
    const isOther = firstShown.current !== undefined && firstShown.current !== firstKey;
    firstShown.current = firstKey;
    if (isOther && !atBottom.current && (viewport.current?.scrollTop ?? 0) < NEAR_END_PIXELS) onNearTop();
  }, [firstKey, lastKey, lastIsOwn, isPresent, toBottom, hold, onBottom, onNearTop]);

  const onScroll = useCallback(() => {
    const element = viewport.current;
    if (!element) return;
    anchor.current = anchorIn(element);
    const below = belowOf(element);
    atBottom.current = isPresent && below < NEAR_BOTTOM_PIXELS;
    onBottom(atBottom.current);
    const far = below > element.clientHeight / 2;
    setAway((before) => {
      if (atBottom.current) return null;
      return before?.far === far ? before : { since: before ? before.since : lastKey, far };
    });
    if (element.scrollTop < NEAR_END_PIXELS) onNearTop();
    if (!isPresent && below < NEAR_END_PIXELS) onNearBottom();
  }, [lastKey, isPresent, onNearTop, onNearBottom, onBottom]);

  // A wrapped line, a narrower window or a growing composer must not push the newest message out of sight.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const element = viewport.current;
      if (!element) return;
      if (atBottom.current) toBottom();
      // Who has scrolled meanwhile is somewhere else.
      else if (element.scrollTop === anchor.current?.scrolled) hold();
      if (element.scrollTop < NEAR_END_PIXELS) onNearTop();
      if (!isPresent && belowOf(element) < NEAR_END_PIXELS) onNearBottom();
    });
    if (viewport.current) observer.observe(viewport.current);
    if (content.current) observer.observe(content.current);
    return () => observer.disconnect();
  }, [isPresent, onNearTop, onNearBottom, toBottom, hold]);

  /** The uppermost message in sight; null for who is at the newest, and if none is. */
  const reading = useCallback(() => (atBottom.current ? null : (anchor.current?.messageId ?? null)), []);

  const unseen = away !== null && away.since !== lastKey;
  const isAway = !isPresent || unseen || (away?.far ?? false);
  return { viewport, content, onScroll, toBottom, reading, unseen, away: isAway };
}

/** How far it is to the lower end. */
function belowOf({ scrollHeight, clientHeight, scrollTop }: HTMLElement): number {
  return scrollHeight - clientHeight - scrollTop;
}
