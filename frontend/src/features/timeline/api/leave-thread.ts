import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/channels/{channelId}/threads/{messageId}/members/me` */
export async function leaveThread(channelId: string, messageId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/channels/${channelId}/threads/${messageId}/members/me`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
