import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/servers/{serverId}/members/{userId}/roles/{roleId}` */
export async function withdrawRole(
  serverId: string,
  userId: string,
  roleId: string,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/servers/${serverId}/members/${userId}/roles/${roleId}`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
