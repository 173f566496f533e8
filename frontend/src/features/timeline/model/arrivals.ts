import { newestNumber, type Message, type Timeline } from './timeline';

/** What others have said since a timeline was as before; nothing of the past that was loaded, and nothing after a jump. */
export function arrivals(before: Timeline, now: Timeline, me: string): readonly Message[] {
  if (before.hasAfter || now.hasAfter) return [];
  const known = newestNumber(before) ?? 0;
  return now.messages.filter(
    ({ number, authorId, isDeleted }) => number !== null && number > known && authorId !== me && !isDeleted,
  );
}
