import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/channels/{channelId}/pins/{messageId}` */
export async function unpinMessage(channelId: string, messageId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/channels/${channelId}/pins/${messageId}`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
