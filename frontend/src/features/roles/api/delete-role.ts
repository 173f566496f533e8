import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/servers/{serverId}/roles/{roleId}` */
export async function deleteRole(serverId: string, roleId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/servers/${serverId}/roles/${roleId}`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
