import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/channels/{channelId}/name` */
export async function renameChannel(channelId: string, name: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/name`,
    body: { name },
    idempotencyKey,
    answer: z.unknown(),
  });
}
