'use client';

import { useState } from 'react';
import { keyOf } from './unread';
import { useUnread } from './use-unread';

/** Where the unread messages began: by its number, or by its id if it came while one was connected. */
export interface Divider {
  readonly number: number;
  readonly messageId: string | null;
}

interface Line {
  readonly key: string;
  /** Null if there was nothing unread; undefined while that is not known. */
  readonly at: Divider | null | undefined;
}

/**
 * Where to draw the line above what one had not read. It stays while one reads, and moves when something new is unread
 * that came while one looked elsewhere, or that one wants to read again.
 *
 * @param reading whether one looks at the newest message: what comes then is read as it comes
 */
export function useDivider(channelId: string, threadId: string | null, reading: boolean): Divider | null {
  const key = keyOf(channelId, threadId);
  const unread = useUnread().timelines[key];
  const [line, setLine] = useState<Line>({ key, at: undefined });

  const at = unread && dividerOf(unread);
  const isNew = line.key !== key || line.at === undefined;
  if (isNew ? line.key !== key || at !== undefined : at && !reading && !isSame(line.at, at)) setLine({ key, at });
  return line.key === key ? (line.at ?? null) : null;
}

function dividerOf({ firstUnread, firstUnreadId }: { firstUnread: number | null; firstUnreadId: string | null }) {
  return firstUnread === null ? null : { number: firstUnread, messageId: firstUnreadId };
}

function isSame(one: Divider | null | undefined, other: Divider): boolean {
  return one?.number === other.number && one.messageId === other.messageId;
}
