import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/channels/{channelId}/messages/{messageId}/reactions/{emoji}/me` */
export async function addReaction(
  channelId: string,
  messageId: string,
  emoji: string,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/messages/${messageId}/reactions/${emoji}/me`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
