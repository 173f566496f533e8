import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/servers/{serverId}/bans/{userId}` */
export async function liftBan(serverId: string, userId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/servers/${serverId}/bans/${userId}`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
