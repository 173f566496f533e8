'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { isTaken } from '@/components/ui/use-escape';
import type { Message } from '@/contracts/message';
import { readAgainFrom } from '@/features/unread/model/marks';

/** Where one wants to read again later: it is not taken for read until one has been elsewhere, or says so. */
export function useHold(channelId: string) {
  const client = useQueryClient();
  const [held, setHeld] = useState<{ channelId: string; threadId: string | null } | null>(null);

  const onMarkUnread = useCallback(
    ({ messageId, threadId }: Message) => {
      setHeld({ channelId, threadId });
      void readAgainFrom(client, channelId, messageId).catch(() => setHeld(null));
    },
    [client, channelId],
  );

  useEffect(() => {
    const release = () => setHeld(null);
    // One that closes something is not about the channel.
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && !isTaken(event) && release();
    addEventListener('blur', release);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('blur', release);
      removeEventListener('keydown', onKey);
    };
  }, []);

  const heldIn = (threadId: string | null) => held?.channelId === channelId && held.threadId === threadId;
  return { heldIn, onMarkUnread };
}
