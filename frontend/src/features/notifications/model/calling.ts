import { calls } from '@/contracts/mentions';
import type { MessagePosted } from '@/realtime/events';

/** Older ones are what one missed while one was away; they are unread, and call nobody any more. */
const FRESH_MILLIS = 5 * 60_000;

export interface Listener {
  userId: string;
  roleIds: readonly string[];
  /** What they want to hear of the channel. */
  muted: boolean;
  level: 'all' | 'mentions' | 'nothing';
  /** Whether they are in the thread in which it was said; true where it was said in none. */
  follows: boolean;
  /** Whether they have said that they are not to be disturbed. */
  doNotDisturb: boolean;
  /** Whether they look at the channel now. */
  isLooking: boolean;
}

/** Whether a message calls somebody to the window. */
export function isCalling(message: MessagePosted, listener: Listener, now: number): boolean {
  const { userId, roleIds, muted, level, follows, doNotDisturb, isLooking } = listener;
  if (message.authorId === userId || muted || level === 'nothing' || doNotDisturb || isLooking) return false;
  if (Math.abs(now - Date.parse(message.at)) > FRESH_MILLIS) return false;
  return calls(message.mentions ?? null, userId, roleIds) || (level === 'all' && follows);
}
