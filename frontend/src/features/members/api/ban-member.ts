import { z } from 'zod';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/servers/{serverId}/bans/{userId}` */
export async function banMember(
  serverId: string,
  userId: string,
  reason: string,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/bans/${userId}`,
    body: reason === '' ? {} : { reason },
    idempotencyKey,
    answer: z.unknown(),
  });
}
