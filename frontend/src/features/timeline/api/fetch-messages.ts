import { z } from 'zod';
import { profileSchema } from '@/contracts/profile';
import { api } from '@/session/browser-session';

const answer = z.object({
  messages: z.array(
    z.object({
      number: z.number(),
      messageId: z.string(),
      channelId: z.string(),
      authorId: z.string(),
      content: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  authors: z.record(z.string(), profileSchema),
  hasBefore: z.boolean(),
  hasAfter: z.boolean(),
});

export type MessagesPage = z.infer<typeof answer>;

/** `GET /api/channels/{channelId}/messages`: the page before a number, or the newest one; ascending. */
export async function fetchMessages(
  channelId: string,
  before: number | null,
  signal?: AbortSignal,
): Promise<MessagesPage> {
  const query = new URLSearchParams({ limit: '50', ...(before !== null && { before: String(before) }) });
  const path = `/api/channels/${encodeURIComponent(channelId)}/messages?${query}`;
  return api.call({ path, answer, ...(signal && { signal }) });
}
