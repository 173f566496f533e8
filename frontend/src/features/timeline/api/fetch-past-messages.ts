import * as z from 'zod/mini';
import { messageSchema } from '@/contracts/message';
import { profileSchema } from '@/contracts/profile';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** A message as it was at a moment. Nobody is told what reacted to it, or hung on it. */
const pastMessageSchema = z.extend(messageSchema, {
  /** Whether it says what it said then; else what it says now. */
  isOfThen: z.boolean(),
});

/** Messages as they were with who wrote or is called in them, and what they answered. */
export const pastShownSchema = z.object({
  messages: z.array(pastMessageSchema),
  authors: z.record(z.string(), profileSchema),
  referenced: z._default(z.record(z.string(), pastMessageSchema), {}),
});

const answer = z.extend(pastShownSchema, { hasBefore: z.boolean(), hasAfter: z.boolean() });

export type PastMessage = z.infer<typeof pastMessageSchema>;
export type PastPage = z.infer<typeof answer>;

/** Right before or right after a number, exclusive. */
export type PlaceInPast = { before: number } | { after: number };

/** `GET /api/channels/{channelId}/past/messages`: a page of what was there at a moment, the newest if null; ascending. */
export async function fetchPastMessages(
  channelId: string,
  at: string,
  place: PlaceInPast | null,
  signal: AbortSignal,
): Promise<PastPage> {
  const query = new URLSearchParams({ at, limit: '50' });
  Object.entries(place ?? {}).forEach(([name, value]) => query.set(name, String(value)));
  return api.call({ path: `${path`/api/channels/${channelId}/past/messages`}?${query}`, answer, signal });
}
