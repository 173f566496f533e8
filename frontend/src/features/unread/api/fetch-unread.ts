import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const optional = orNull(z.string());

export const unreadSchema = z.object({
  serverId: z.string(),
  channelId: z.string(),
  /** Null for the channel itself. */
  threadId: optional,
  head: z.number(),
  position: z.number(),
  readUpTo: z.number(),
  readPosition: z.number(),
  unread: z.number(),
  mentions: z.number(),
  firstUnread: orNull(z.number()),
});

export const wishSchema = z.object({
  serverId: z.string(),
  /** Null for the server as a whole. */
  channelId: optional,
  muted: z.boolean(),
  level: orNull(z.enum(['all', 'mentions', 'nothing'])),
  position: z.number(),
});

const all = z.object({ channels: z.array(unreadSchema), notifications: z.array(wishSchema) });

export type FetchedUnread = z.infer<typeof unreadSchema>;
export type Wish = z.infer<typeof wishSchema>;

/** `GET /api/users/me/unread`: of all channels one may see and all threads one is in. */
export async function fetchUnread(signal?: AbortSignal): Promise<z.infer<typeof all>> {
  return api.call({ path: '/api/users/me/unread', answer: all, ...(signal && { signal }) });
}

/** The same of one channel, or of one thread. */
export async function fetchUnreadOf(channelId: string, threadId: string | null): Promise<FetchedUnread> {
  return api.call({
    path:
      threadId === null
        ? path`/api/channels/${channelId}/unread`
        : path`/api/channels/${channelId}/threads/${threadId}/unread`,
    answer: unreadSchema,
  });
}
