'use client';

import { useState } from 'react';
import { keyOf } from './unread';
import { useUnread } from './use-unread';

/** Where the unread messages began: by its number, or by its id if it came while one was connected. */
export interface Divider {
  readonly number: number;
  readonly messageId: string | null;
}

/**
 * Where to draw the line above what one had not read. It stays while one reads, and moves when something new is unread:
 * because it came while one looked elsewhere, or because one wants to read it again.
 */
export function useDivider(channelId: string, threadId: string | null): Divider | null {
  const key = keyOf(channelId, threadId);
  const unread = useUnread().timelines[key];
  const [line, setLine] = useState<{ key: string; at: Divider | null }>({ key, at: null });

  const number = unread?.firstUnread ?? null;
  const messageId = unread?.firstUnreadId ?? null;
  const at = number === null ? null : { number, messageId };
  if (line.key !== key) setLine({ key, at });
  else if (at !== null && (line.at?.number !== at.number || line.at.messageId !== at.messageId)) setLine({ key, at });
  return line.key === key ? line.at : at;
}
