'use client';

import { useQuery } from '@tanstack/react-query';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { Message } from '@/contracts/message';
import { askedMessageQuery } from '@/features/timeline/model/timeline-store';
import { ProblemError } from '@/http/problem';
import type { Lost } from './lost-notice';

/**
 * Goes to the message that the address asks for (`?message=`), in the channel or in a thread of it. The address asks until
 * one is there, so that a reload asks again. Gives why one does not get there.
 */
export function useAskedMessage(
  channelId: string,
  onJump: (message: Message) => void,
  onOpenThread: (messageId: string) => void,
): Lost | null {
  const router = useRouter();
  const path = usePathname();
  const asked = useSearchParams().get('message');
  const {
    data: message,
    error,
    refetch,
  } = useQuery({
    ...askedMessageQuery(channelId, asked ?? ''),
    enabled: asked !== null,
  });
  const go = useRef({ onJump, onOpenThread });
  useEffect(() => {
    go.current = { onJump, onOpenThread };
  });

  useEffect(() => {
    if (asked === null || !message) return;
    if (message.threadId) go.current.onOpenThread(message.threadId);
    else go.current.onJump(message);
    router.replace(path);
  }, [asked, message, path, router]);

  if (asked === null || (message === undefined && !error)) return null;
  const onDismiss = () => router.replace(path);
  if (message === null || (error instanceof ProblemError && error.status === 404)) return { onDismiss };
  return error ? { onRetry: () => void refetch(), onDismiss } : null;
}
