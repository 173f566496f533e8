import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/servers/{serverId}/invites/{code}` */
export async function revokeInvite(serverId: string, code: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/servers/${serverId}/invites/${code}`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
