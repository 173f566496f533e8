import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/channels/{channelId}/messages/{messageId}/reactions/{emoji}/me` */
export async function removeReaction(
  channelId: string,
  messageId: string,
  emoji: string,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/channels/${channelId}/messages/${messageId}/reactions/${emoji}/me`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
