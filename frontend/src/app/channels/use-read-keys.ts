'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readChannel, readServer } from '@/features/unread/model/marks';

/** Escape marks the channel as read, with Shift the whole server; unless something on top is closed by it. */
export function useReadKeys(serverId: string | null, channelId: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const read = event.shiftKey
        ? serverId && readServer(client, serverId)
        : channelId && readChannel(client, channelId);
      if (read) void read.catch(() => undefined);
    };
    // On the window, so that whatever it closes has had it before.
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [client, serverId, channelId]);
}
