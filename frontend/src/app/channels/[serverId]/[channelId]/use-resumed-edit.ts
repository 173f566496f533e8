'use client';

import { useEffect, useRef } from 'react';
import type { Message } from '@/contracts/message';
import { drafts, editKey, useDraftsOpen } from '@/features/composer/model/drafts';

/** Once it is known what there is, goes on with the last of one's messages that one was writing anew when one left. */
export function useResumedEdit(
  messages: readonly Message[] | undefined,
  /** Null while it is not known that one may write. */
  me: string | null,
  resume: (messageId: string) => void,
): void {
  const open = useDraftsOpen();
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !open || messages === undefined || me === null) return;
    done.current = true;
    const last = messages.findLast(
      ({ authorId, messageId, isDeleted }) => authorId === me && !isDeleted && drafts.of(editKey(messageId)) !== '',
    );
    if (last) resume(last.messageId);
  }, [open, messages, me, resume]);
}
