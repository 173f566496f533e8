import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/servers/{serverId}/members/{userId}/time-out` */
export async function liftTimeOut(serverId: string, userId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/servers/${serverId}/members/${userId}/time-out`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
