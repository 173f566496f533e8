import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/channels/{channelId}/messages/{messageId}` */
export async function deleteMessage(channelId: string, messageId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/channels/${channelId}/messages/${messageId}`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
