'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { madeAt } from '@/contracts/made-at';
import { conversationsQuery } from '@/features/conversations/model/conversations-store';
import { PastButton } from '@/features/timeline/components/past-button';
import { PastDialog } from '@/features/timeline/components/past-dialog-on-demand';
import styles from './channel-page.module.css';

interface Here {
  channelId: string;
  name: string;
  direct: boolean;
}

/** A channel as it was: the way there from its header, or from the menu of a conversation, and what both open. */
export function usePast({ channelId, name, direct }: Here) {
  const [open, setOpen] = useState(false);
  const conversations = useQuery({ ...conversationsQuery, enabled: direct }).data ?? [];
  const startedAt = conversations.find((conversation) => conversation.channelId === channelId)?.startedAt;
  // The id of a conversation says nothing.
  const beganAt = startedAt === undefined ? madeAt(channelId) : Date.parse(startedAt);
  return {
    /** For the header. On the smallest phones there is no room for it in that of a conversation, which has a menu. */
    entrance: (
      <PastButton
        className={direct ? styles.past : undefined}
        disabled={beganAt === null}
        onOpen={() => setOpen(true)}
      />
    ),
    /** For a menu. */
    lookBack: () => setOpen(true),
    view: open && beganAt !== null && (
      <PastDialog
        channelId={channelId}
        name={name}
        isConversation={direct}
        beganAt={beganAt}
        onClose={() => setOpen(false)}
      />
    ),
  };
}
