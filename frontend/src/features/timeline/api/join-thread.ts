import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/channels/{channelId}/threads/{messageId}/members/me` */
export async function joinThread(channelId: string, messageId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/threads/${messageId}/members/me`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
