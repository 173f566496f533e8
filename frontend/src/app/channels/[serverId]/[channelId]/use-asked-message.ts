'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Message } from '@/contracts/message';
import { askedMessageQuery } from '@/features/timeline/model/timeline-store';
import { ProblemError } from '@/http/problem';
import type { Lost } from './lost-notice';

/**
 * Goes to the message that the address asks for (`?message=`), in the channel or in a thread of it, and gives why one does
 * not get there. The address asks once: it is as any other of the channel as soon as it has been read. To change it later
 * would be to navigate, and whoever is on the way to another channel by then would be called back.
 */
export function useAskedMessage(
  channelId: string,
  onJump: (message: Message) => void,
  onOpenThread: (messageId: string, message: Message) => void,
): Lost | null {
  const client = useQueryClient();
  const path = usePathname();
  const inAddress = useSearchParams().get('message');
  const [read, setRead] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ channelId: string; messageId: string } | null>(null);
  if (inAddress !== read) {
    setRead(inAddress);
    if (inAddress !== null) setAsked({ channelId, messageId: inAddress });
  }
  const messageId = asked?.channelId === channelId ? asked.messageId : null;
  const {
    data: message,
    error,
    refetch,
  } = useQuery({ ...askedMessageQuery(channelId, messageId ?? ''), enabled: messageId !== null });

  useEffect(() => {
    if (inAddress === null) return;
    history.replaceState(null, '', path);
    // Who asks again for what was not to be had wants to know what there is now.
    const { queryKey } = askedMessageQuery(channelId, inAddress);
    void client.refetchQueries({ queryKey }, { cancelRefetch: false });
  }, [inAddress, path, client, channelId]);

  const arrive = useEffectEvent((found: Message) => {
    if (found.threadId) onOpenThread(found.threadId, found);
    else onJump(found);
    setAsked(null);
  });
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- to go there is an effect, and fulfils the wish
    if (message) arrive(message);
  }, [message]);

  if (messageId === null || (message === undefined && !error)) return null;
  const onDismiss = () => setAsked(null);
  if (message === null || (error instanceof ProblemError && error.status === 404)) return { onDismiss };
  return error ? { onRetry: () => void refetch(), onDismiss } : null;
}
