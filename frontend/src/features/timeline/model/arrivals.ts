import { isUntold } from '@/contracts/message';
import type { Message, Timeline } from './timeline';

/** What others have said since a timeline was as before; nothing of the past that was loaded, and nothing after a jump. */
export function arrivals(before: Timeline, now: Timeline, me: string): readonly Message[] {
  if (before.hasAfter || now.hasAfter) return [];
  const known = new Set(before.messages.map(({ messageId }) => messageId));
  const untold = new Set(before.messages.filter(isUntold).map(({ messageId }) => messageId));
  // Both end with the newest message: where they have none in common, all of it is new.
  const lastKnown = now.messages.findLastIndex(({ messageId }) => known.has(messageId));
  return now.messages
    .filter(({ messageId }, index) => index > lastKnown || untold.has(messageId))
    .filter((message) => message.authorId !== me && !message.isDeleted && !isUntold(message));
}
