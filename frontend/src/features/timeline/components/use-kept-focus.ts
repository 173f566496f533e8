'use client';

import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

/** Who is at a message that is let go of is at the timeline then, and walks on from there. Returns what its rows tell. */
export function useKeptFocus(viewport: RefObject<HTMLElement | null>, rows: unknown) {
  const article = useRef<Element | null>(null);

  useLayoutEffect(() => {
    if (article.current === null || article.current.isConnected) return;
    article.current = null;
    if (document.activeElement === document.body) viewport.current?.focus({ preventScroll: true });
  }, [viewport, rows]);

  return {
    onFocus: ({ target }: FocusEvent) => {
      article.current = target.closest('article');
    },
    // That an element goes away is no such event to React.
    onBlur: () => {
      article.current = null;
    },
  };
}
