import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/channels/{channelId}/messages/{messageId}/content` */
export async function editMessage(
  channelId: string,
  messageId: string,
  content: string,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/messages/${messageId}/content`,
    body: { content },
    idempotencyKey,
    answer: z.unknown(),
  });
}
