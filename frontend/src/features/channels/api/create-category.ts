import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const answer = z.object({ categoryId: z.string() });

/** `POST /api/servers/{serverId}/categories` */
export async function createCategory(serverId: string, name: string, idempotencyKey: string): Promise<string> {
  return (
    await api.call({
      method: 'POST',
      path: path`/api/servers/${serverId}/categories`,
      body: { name },
      idempotencyKey,
      answer,
    })
  ).categoryId;
}
