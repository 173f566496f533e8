'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Message } from '@/contracts/message';
import type { Unseen } from '@/features/timeline/components/unread-pill';
import type { findFirstUnread } from '@/features/timeline/model/first-unread';
import { readNewest } from '@/features/unread/model/marks';
import { keyOf } from '@/features/unread/model/unread';
import type { Divider } from '@/features/unread/model/use-divider';
import { useUnread } from '@/features/unread/model/use-unread';
import { useShortcuts } from '../../use-shortcuts';
import { isHere } from './is-here';

interface Here {
  channelId: string;
  threadId: string | null;
  /** Where the unread messages begin; null if there are none. */
  divider: Divider | null;
  /** Whether one looks at the window. */
  attentive: boolean;
  onJump(message: Message): void;
}

/** Its code is that of the pill, and wanted as seldom. */
async function find(...unread: Parameters<typeof findFirstUnread>): Promise<Message | null> {
  const model = await import('@/features/timeline/model/first-unread');
  return model.findFirstUnread(...unread);
}

/**
 * Whether one has seen where the unread messages begin. Who comes to a channel is at its newest message: what is above the
 * screen stays unread, on every device, until one has been at its beginning, has answered, or says that it is read.
 */
export function useUnseen({ channelId, threadId, divider, attentive, onJump }: Here) {
  const client = useQueryClient();
  const count = useUnread().timelines[keyOf(channelId, threadId)]?.unread ?? 0;
  const number = divider?.number ?? null;
  const [inSight, onLineInSight] = useState<number | null>(null);
  const [seen, setSeen] = useState<number | null>(null);
  const [state, setState] = useState({ going: false, failed: false });
  if (attentive && number !== null && inSight === number && seen !== number) setSeen(number);
  const isSeen = number === null || seen === number;

  function go(): void {
    if (divider === null || state.going) return;
    setState({ going: true, failed: false });
    find(client, channelId, threadId, divider).then(
      (message) => {
        setState({ going: false, failed: false });
        if (message) onJump(message);
        // All of them are deleted by now.
        else setSeen(divider.number);
      },
      () => setState({ going: false, failed: true }),
    );
  }

  useShortcuts({
    'first-unread': () => isHere(threadId) && go(),
  });

  const unseen: Unseen | null =
    isSeen || count === 0
      ? null
      : {
          count,
          ...state,
          onGo: go,
          onRead: () => {
            setSeen(number);
            void readNewest(client, { channelId, threadId }).catch(() => undefined);
          },
        };
  return { isSeen, unseen, onLineInSight, onSeen: () => setSeen(number) };
}
