import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/channels/{channelId}/unread`: nothing from a message on is read. */
export async function markUnread(channelId: string, messageId: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/unread`,
    body: { messageId },
    answer: z.undefined(),
  });
}
