import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const answer = z.object({ messages: z.array(z.object({ messageId: z.string() })) });

/** The id of the newest message of a channel, or of a thread; null if there is none. */
export async function fetchNewest(channelId: string, threadId: string | null): Promise<string | null> {
  const { messages } = await api.call({
    path:
      threadId === null
        ? path`/api/channels/${channelId}/messages?limit=1`
        : path`/api/channels/${channelId}/threads/${threadId}/messages?limit=1`,
    answer,
  });
  return messages.at(-1)?.messageId ?? null;
}
