import * as z from 'zod/mini';
import { messageSchema } from '@/contracts/message';
import { orNull } from '@/contracts/or-null';
import { profileSchema } from '@/contracts/profile';
import { api } from '@/session/browser-session';

/** A part of a text, in UTF-16 code units; the end is exclusive. */
export const rangeSchema = z.object({ start: z.number(), end: z.number() });

export const foundSchema = z.extend(messageSchema, {
  serverId: z.string(),
  highlights: z._default(z.array(rangeSchema), []),
});

const answer = z.object({
  messages: z.array(foundSchema),
  authors: z.record(z.string(), profileSchema),
  total: z.number(),
  /** False if there are at least so many. */
  isTotalExact: z.boolean(),
  next: orNull(z.string()),
});

export type Range = z.infer<typeof rangeSchema>;
export type Found = z.infer<typeof foundSchema>;
export type FoundPage = z.infer<typeof answer>;

/**
 * `GET /api/search/messages`: the newest first, in one server or, if it is null, in all of them. Days are those of this
 * browser's time zone.
 */
export async function searchMessages(
  query: string,
  serverId: string | null,
  cursor: string | null,
  signal: AbortSignal,
): Promise<FoundPage> {
  const parameters = new URLSearchParams({
    q: query,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(serverId !== null && { serverId }),
    ...(cursor !== null && { cursor }),
  });
  return api.call({ path: `/api/search/messages?${parameters}`, signal, answer });
}
