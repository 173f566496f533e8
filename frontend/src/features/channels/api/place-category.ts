import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/servers/{serverId}/categories/{categoryId}/place` */
export async function placeCategory(
  serverId: string,
  categoryId: string,
  after: string | null,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/categories/${categoryId}/place`,
    body: after === null ? {} : { after },
    idempotencyKey,
    answer: z.unknown(),
  });
}
