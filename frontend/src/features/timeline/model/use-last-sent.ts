'use client';

import { useQuery } from '@tanstack/react-query';
import { useOutbox } from './browser-outbox';
import { timelineQuery } from './timeline-store';

/** When somebody last wrote in a channel, what is on its way included; null if that is long ago, or not known in the past. */
export function useLastSent(channelId: string, userId: string | undefined): string | null {
  const timeline = useQuery({ ...timelineQuery(channelId), enabled: false }).data;
  const messages = timeline?.hasAfter ? [] : timeline?.messages;
  const outgoing = useOutbox().findLast((message) => message.channelId === channelId && message.status !== 'failed');
  return outgoing?.at ?? messages?.findLast(({ authorId }) => authorId === userId)?.at ?? null;
}
