import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/servers/{serverId}/members/{userId}/time-out` */
export async function timeOutMember(
  serverId: string,
  userId: string,
  seconds: number,
  reason: string,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/members/${userId}/time-out`,
    body: { seconds, ...(reason !== '' && { reason }) },
    idempotencyKey,
    answer: z.unknown(),
  });
}
