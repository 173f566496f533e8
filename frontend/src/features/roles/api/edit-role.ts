import * as z from 'zod/mini';
import type { Role } from '@/contracts/server';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';
import { bodyOf } from '../model/role-body';

/** `PUT /api/servers/{serverId}/roles/{roleId}` */
export async function editRole(serverId: string, { roleId, ...role }: Role, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/roles/${roleId}`,
    body: bodyOf(role),
    idempotencyKey,
    answer: z.unknown(),
  });
}
