import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/servers/{serverId}/members/me`: a group is left as a server is. */
export async function leaveGroup(serverId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/servers/${serverId}/members/me`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
