'use client';

import { useState } from 'react';
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
  return {
    /** For the header. Where there is little room there is none for it in that of a conversation, which has a menu. */
    entrance: <PastButton className={direct ? styles.past : undefined} onOpen={() => setOpen(true)} />,
    /** For a menu. */
    lookBack: () => setOpen(true),
    view: open && (
      <PastDialog channelId={channelId} name={name} isConversation={direct} onClose={() => setOpen(false)} />
    ),
  };
}
