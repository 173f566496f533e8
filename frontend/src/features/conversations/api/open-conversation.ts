import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const answer = z.object({ serverId: z.string(), channelId: z.string() });

/** `PUT /api/conversations/with/{userId}`: that of the two, begun if there is none. */
export async function openConversation(userId: string, idempotencyKey: string): Promise<z.infer<typeof answer>> {
  return api.call({ method: 'PUT', path: path`/api/conversations/with/${userId}`, idempotencyKey, answer });
}
