'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

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
 * Keeps what is being read where it is: older rows grow upwards, newer ones only move the view of somebody who is at the
 * bottom.
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
  const shown = useRef<{ firstKey: string | undefined; lastKey: string | undefined; height: number }>({
    firstKey,
    lastKey: undefined,
    height: 0,
  });
  const [away, setAway] = useState<Away | null>(null);

  const toBottom = useCallback(() => {
    atBottom.current = true;
    onBottom(true);
    const element = viewport.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [onBottom]);

  useLayoutEffect(() => {
    const element = viewport.current;
    if (!element) return;
    const grown = element.scrollHeight - shown.current.height;
    const prepended = shown.current.firstKey !== undefined && shown.current.firstKey !== firstKey;
    if (!isPresent) atBottom.current = false;
    // Once, when it is sent: it stays the last row while older pages arrive.
    const justSent = isPresent && lastIsOwn && shown.current.lastKey !== lastKey;
    if (atBottom.current || justSent) toBottom();
    else if (prepended && grown > 0) element.scrollTop += grown;
    shown.current = { firstKey, lastKey, height: element.scrollHeight };
  }, [firstKey, lastKey, lastIsOwn, isPresent, toBottom]);

  const onScroll = useCallback(() => {
    const element = viewport.current;
    if (!element) return;
    const below = element.scrollHeight - element.clientHeight - element.scrollTop;
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
      shown.current.height = element.scrollHeight;
      if (element.scrollTop < NEAR_END_PIXELS) onNearTop();
    });
    if (viewport.current) observer.observe(viewport.current);
    if (content.current) observer.observe(content.current);
    return () => observer.disconnect();
  }, [onNearTop, toBottom]);

  const unseen = away !== null && away.since !== lastKey;
  return { viewport, content, onScroll, toBottom, unseen, away: !isPresent || unseen || (away?.far ?? false) };
}
