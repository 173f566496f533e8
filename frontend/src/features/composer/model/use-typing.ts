'use client';

import { useRef } from 'react';

const EVERY_MILLIS = 3_000;

/** Passes on that one is writing, but not with every key. */
export function useTyping(tell: (() => void) | undefined): () => void {
  const toldAt = useRef(-Infinity);
  return () => {
    const now = Date.now();
    if (now - toldAt.current < EVERY_MILLIS) return;
    toldAt.current = now;
    tell?.();
  };
}
