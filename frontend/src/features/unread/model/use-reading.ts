'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
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

/** After a failure, and twice as long after each that follows. */
const AGAIN_MILLIS = 2_000;
const LONGEST_WAIT_MILLIS = 60_000;

/** Takes what is on the screen for read, while one looks at it. */
export function useReading({ channelId, threadId, newest, reading }: Shown): void {
  const client = useQueryClient();
  const unread = useUnread().timelines[keyOf(channelId, threadId)]?.unread ?? 0;
  const [failed, setFailed] = useState(false);
  const failures = useRef(0);
  const reads = reading && unread > 0 && !failed;

  useEffect(() => {
    if (!reads || newest === null) return;
    readAlong(client, channelId, threadId, newest).then(
      () => {
        failures.current = 0;
      },
      () => {
        failures.current += 1;
        setFailed(true);
      },
    );
  }, [reads, client, channelId, threadId, newest]);

  useEffect(() => {
    if (!failed) return;
    const wait = Math.min(AGAIN_MILLIS * 2 ** (failures.current - 1), LONGEST_WAIT_MILLIS);
    const timer = setTimeout(() => setFailed(false), wait);
    return () => clearTimeout(timer);
  }, [failed]);
}
