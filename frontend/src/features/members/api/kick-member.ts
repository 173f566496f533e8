import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `POST /api/servers/{serverId}/members/{userId}/kick` */
export async function kickMember(
  serverId: string,
  userId: string,
  reason: string,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'POST',
    path: path`/api/servers/${serverId}/members/${userId}/kick`,
    body: reason === '' ? {} : { reason },
    idempotencyKey,
    answer: z.unknown(),
  });
}
