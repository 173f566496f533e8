'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { MOST_MESSAGES } from '../model/timeline-window';

const STEP_MESSAGES = 50;
/** A jump has arrived by then, and a swipe has mostly come to rest. */
const SOON_MILLIS = 300;

/** Has a timeline shortened soon after it has grown too long, and again whenever it has grown by some more. */
export function useShortening(count: number, shorten: () => void): void {
  const step = Math.ceil((count - MOST_MESSAGES) / STEP_MESSAGES);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const now = useEffectEvent(shorten);

  useEffect(() => {
    if (step <= 0 || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      now();
    }, SOON_MILLIS);
  }, [step]);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
