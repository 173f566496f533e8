import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/servers/{serverId}/role-order` */
export async function reorderRoles(
  serverId: string,
  roleIds: readonly string[],
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/role-order`,
    body: { roleIds },
    idempotencyKey,
    answer: z.unknown(),
  });
}
