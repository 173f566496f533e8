import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/channels/{channelId}/read`: everything up to a message is read, in its thread or in the channel. */
export async function markRead(channelId: string, messageId: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/read`,
    body: { messageId },
    answer: z.undefined(),
  });
}
