import * as z from 'zod/mini';
import { messageSchema } from '@/contracts/message';
import { profileSchema } from '@/contracts/profile';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** Messages with who wrote or is called in them, and what they answer. */
export const shownSchema = z.object({
  messages: z.array(messageSchema),
  authors: z.record(z.string(), profileSchema),
  referenced: z._default(z.record(z.string(), messageSchema), {}),
});

const answer = z.extend(shownSchema, { hasBefore: z.boolean(), hasAfter: z.boolean() });

export type Shown = z.infer<typeof shownSchema>;
export type MessagesPage = z.infer<typeof answer>;

/**
 * Right before or right after a number, or around a message, or around the first one that is not older than a time; both
 * numbers are exclusive.
 */
export type PlaceInTimeline = { before: number } | { after: number } | { around: string } | { at: string };

/** `GET /api/channels/{channelId}/messages` or `…/threads/{messageId}/messages`: a page, the newest one if null; ascending. */
export async function fetchMessages(
  channelId: string,
  threadId: string | null,
  place: PlaceInTimeline | null,
  signal?: AbortSignal,
  limit = 50,
): Promise<MessagesPage> {
  const query = new URLSearchParams({ limit: String(limit) });
  Object.entries(place ?? {}).forEach(([name, value]) => query.set(name, String(value)));
  const timeline =
    threadId === null ? path`/api/channels/${channelId}` : path`/api/channels/${channelId}/threads/${threadId}`;
  return api.call({ path: `${timeline}/messages?${query}`, answer, ...(signal && { signal }) });
}
