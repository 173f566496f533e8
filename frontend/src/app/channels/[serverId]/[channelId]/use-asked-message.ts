'use client';

import { useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { Message } from '@/contracts/message';
import { messageQuery } from '@/features/timeline/model/timeline-store';

/** Goes to the message that the address asks for (`?message=`), in the channel or in a thread of it. */
export function useAskedMessage(
  channelId: string,
  onJump: (message: Message) => void,
  onOpenThread: (messageId: string) => void,
): void {
  const client = useQueryClient();
  const router = useRouter();
  const path = usePathname();
  const asked = useSearchParams().get('message');
  const go = useRef({ onJump, onOpenThread });
  useEffect(() => {
    go.current = { onJump, onOpenThread };
  });

  useEffect(() => {
    if (asked === null) return;
    router.replace(path);
    client
      .fetchQuery(messageQuery(channelId, asked))
      .then((message) => {
        if (message?.threadId) go.current.onOpenThread(message.threadId);
        else if (message) go.current.onJump(message);
      })
      .catch(() => undefined);
  }, [asked, channelId, client, path, router]);
}
