'use client';

import { useQuery } from '@tanstack/react-query';
import { useOutbox } from './browser-outbox';
import { timelineQuery } from './timeline-store';

/** When somebody last wrote in a channel, what is on its way included; null if that is long ago. */
export function useLastSent(channelId: string, userId: string | undefined): string | null {
  const messages = useQuery({ ...timelineQuery(channelId), enabled: false }).data?.messages;
  const outgoing = useOutbox().findLast((message) => message.channelId === channelId && message.status !== 'failed');
  return outgoing?.at ?? messages?.findLast(({ authorId }) => authorId === userId)?.at ?? null;
}
