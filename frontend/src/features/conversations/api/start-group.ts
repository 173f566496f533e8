import * as z from 'zod/mini';
import { api } from '@/session/browser-session';

const answer = z.object({ serverId: z.string(), channelId: z.string() });

/** `POST /api/conversations`: a group of oneself and one to nine others. */
export async function startGroup(userIds: readonly string[], idempotencyKey: string): Promise<z.infer<typeof answer>> {
  return api.call({ method: 'POST', path: '/api/conversations', body: { userIds }, idempotencyKey, answer });
}
