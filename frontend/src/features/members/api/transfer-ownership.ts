import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/servers/{serverId}/owner` */
export async function transferOwnership(serverId: string, userId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/owner`,
    body: { userId },
    idempotencyKey,
    answer: z.unknown(),
  });
}
