import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/channels/{channelId}/slow-mode` */
export async function changeSlowMode(channelId: string, seconds: number, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/slow-mode`,
    body: { seconds },
    idempotencyKey,
    answer: z.unknown(),
  });
}
