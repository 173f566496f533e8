import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/channels/{channelId}` */
export async function deleteChannel(channelId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/channels/${channelId}`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
