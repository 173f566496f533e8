import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/servers/{serverId}/categories/{categoryId}/name` */
export async function renameCategory(
  serverId: string,
  categoryId: string,
  name: string,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/categories/${categoryId}/name`,
    body: { name },
    idempotencyKey,
    answer: z.unknown(),
  });
}
