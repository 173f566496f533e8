import * as z from 'zod/mini';
import type { Role } from '@/contracts/server';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';
import { bodyOf } from '../model/role-body';

const answer = z.object({ roleId: z.string() });

/** `POST /api/servers/{serverId}/roles` */
export async function createRole(
  serverId: string,
  role: Omit<Role, 'roleId'>,
  idempotencyKey: string,
): Promise<string> {
  return (
    await api.call({
      method: 'POST',
      path: path`/api/servers/${serverId}/roles`,
      body: bodyOf(role),
      idempotencyKey,
      answer,
    })
  ).roleId;
}
