'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readAlong } from './marks';
import { keyOf } from './unread';
import { useUnread } from './use-unread';

interface Shown {
  channelId: string;
  threadId: string | null;
  /** The newest message of the log, once it is on the screen. */
  newest: string | null;
  /** Whether one looks at it. */
  reading: boolean;
}

const AGAIN_MILLIS = 2_000;

/** Takes what is on the screen for read, while one looks at it. */
export function useReading({ channelId, threadId, newest, reading }: Shown): void {
  const client = useQueryClient();
  const unread = useUnread().timelines[keyOf(channelId, threadId)]?.unread ?? 0;
  const [failed, setFailed] = useState(false);
  const reads = reading && unread > 0 && !failed;

  useEffect(() => {
    if (reads && newest !== null) readAlong(client, channelId, threadId, newest).catch(() => setFailed(true));
  }, [reads, client, channelId, threadId, newest]);

  useEffect(() => {
    if (!failed) return;
    const timer = setTimeout(() => setFailed(false), AGAIN_MILLIS);
    return () => clearTimeout(timer);
  }, [failed]);
}
