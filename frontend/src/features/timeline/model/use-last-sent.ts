'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOutbox } from './browser-outbox';
import { timelineQuery } from './timeline-store';

/**
 * When somebody last wrote in a channel, what is on its way included; null if that is long ago. A stretch of the past does
 * not tell it: there it is what was known last.
 */
export function useLastSent(channelId: string, userId: string | undefined): string | null {
  const timeline = useQuery({ ...timelineQuery(channelId), enabled: false }).data;
  const outgoing = useOutbox().findLast((message) => message.channelId === channelId && message.status !== 'failed');
  const isPresent = timeline?.hasAfter === false;
  const posted = isPresent
    ? (timeline.messages.findLast(({ authorId }) => authorId === userId)?.at ?? null)
    : undefined;
  const last = outgoing?.at ?? posted;
  const [known, setKnown] = useState<{ channelId: string; at: string | null }>({ channelId, at: null });
  // What is on its way may fail yet.
  const certain = outgoing?.status === 'pending' ? posted : last;
  if (certain !== undefined && (known.channelId !== channelId || known.at !== certain)) {
    setKnown({ channelId, at: certain });
  }
  return last ?? (known.channelId === channelId ? known.at : null);
}
