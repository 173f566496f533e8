import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/conversations/{serverId}/members/{userId}` */
export async function addToGroup(serverId: string, userId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/conversations/${serverId}/members/${userId}`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
