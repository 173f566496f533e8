import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { path } from '@/http/path';
import { mentionsSchema } from '@/realtime/message-events';
import { profileSchema } from '@/contracts/profile';
import { api } from '@/session/browser-session';

const optional = orNull(z.string());

export const mentionSchema = z.object({
  serverId: z.string(),
  channelId: z.string(),
  threadId: optional,
  messageId: z.string(),
  number: z.number(),
  authorId: z.string(),
  content: z.string(),
  mentions: z.nullish(mentionsSchema),
  at: z.iso.datetime(),
  isUnread: z.boolean(),
});

const answer = z.object({
  mentions: z.array(mentionSchema),
  authors: z.record(z.string(), profileSchema),
  next: optional,
});

export type Mention = z.infer<typeof mentionSchema>;

/** `GET /api/users/me/mentions`: who called one, the latest first. */
export async function fetchMentions(before: string | null, signal: AbortSignal): Promise<z.infer<typeof answer>> {
  const from = before === null ? '' : path`&before=${before}`;
  return api.call({ path: `/api/users/me/mentions?limit=25${from}`, signal, answer });
}
