'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { Message } from '@/contracts/message';
import { ProblemError } from '@/http/problem';
import { loadUntil } from '../model/timeline-store';

const FLASH_MILLIS = 2_000;
const FRAMES_TO_WAIT = 60;

/** Goes to a message, however old, and returns the id of the one that flashes. */
export function useJump(
  target: { readonly message: Message; onLost?(exists: boolean): void } | null,
  content: RefObject<HTMLElement | null>,
  onShown: () => void,
): string | null {
  const client = useQueryClient();
  const [flashing, setFlashing] = useState<string | null>(null);

  const shown = useEffectEvent(onShown);

  useEffect(() => {
    if (target === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leaving = new AbortController();
    const { messageId } = target.message;
    // The page that was loaded has to be on the screen first.
    const show = (frames: number) =>
      requestAnimationFrame(() => {
        if (leaving.signal.aborted) return;
        const article = content.current?.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(messageId)}"]`);
        if (!article) {
          if (frames > 0) show(frames - 1);
          // It was let go of before it was shown.
          else target.onLost?.(true);
          return;
        }
        article.scrollIntoView({ block: 'center' });
        // Before anything that comes can take one back to where one was.
        shown();
        article.focus({ preventScroll: true });
        setFlashing(messageId);
        timer = setTimeout(() => setFlashing(null), FLASH_MILLIS);
      });
    void loadUntil(client, target.message, leaving.signal)
      .then((found) => {
        if (leaving.signal.aborted) return;
        if (found) show(FRAMES_TO_WAIT);
        else target.onLost?.(false);
      })
      .catch((error: unknown) => {
        // Who has gone elsewhere meanwhile wants to know nothing of it.
        if (error instanceof DOMException && error.name === 'AbortError') return;
        target.onLost?.(!(error instanceof ProblemError && error.status === 404));
      });
    return () => {
      leaving.abort();
      clearTimeout(timer);
      setFlashing(null);
    };
  }, [target, client, content]);

  return flashing;
}
