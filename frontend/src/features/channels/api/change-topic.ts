import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/channels/{channelId}/topic` */
export async function changeTopic(channelId: string, topic: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/topic`,
    body: { topic },
    idempotencyKey,
    answer: z.unknown(),
  });
}
