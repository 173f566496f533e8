import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/channels/{channelId}/threads/{messageId}` */
export async function startThread(
  channelId: string,
  messageId: string,
  name: string,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/threads/${messageId}`,
    body: { name },
    idempotencyKey,
    answer: z.unknown(),
  });
}
