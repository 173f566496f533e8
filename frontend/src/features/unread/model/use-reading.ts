'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readUpTo } from './marks';
import { keyOf } from './unread';
import { useAttention } from './use-attention';
import { useUnread } from './use-unread';

interface Shown {
  channelId: string;
  threadId: string | null;
  /** The newest message of the log that is on the screen; null while the newest one is not. */
  newestShown: string | null;
  /** One wants to read here again later: nothing is read until one comes back. */
  held: boolean;
}

const AGAIN_MILLIS = 2_000;

/** Reads what is on the screen, but only while one looks: the window has the focus and is visible. */
export function useReading({ channelId, threadId, newestShown, held }: Shown): void {
  const client = useQueryClient();
  const attentive = useAttention();
  const unread = useUnread().timelines[keyOf(channelId, threadId)]?.unread ?? 0;
  const [attempt, setAttempt] = useState(0);
  const reads = attentive && !held && unread > 0 && newestShown !== null;

  useEffect(() => {
    if (!reads || newestShown === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    readUpTo(client, channelId, threadId, newestShown).catch(() => {
      timer = setTimeout(() => setAttempt((before) => before + 1), AGAIN_MILLIS);
    });
    return () => clearTimeout(timer);
  }, [reads, client, channelId, threadId, newestShown, attempt]);
}
