import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/servers/{serverId}/members/{userId}/nickname` */
export async function changeNickname(
  serverId: string,
  userId: string,
  nickname: string,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/members/${userId}/nickname`,
    body: nickname === '' ? {} : { nickname },
    idempotencyKey,
    answer: z.unknown(),
  });
}
