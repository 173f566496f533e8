import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `DELETE /api/servers/{serverId}/categories/{categoryId}` */
export async function deleteCategory(serverId: string, categoryId: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'DELETE',
    path: path`/api/servers/${serverId}/categories/${categoryId}`,
    idempotencyKey,
    answer: z.unknown(),
  });
}
