import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/servers/{serverId}/name`: by anyone in the group. */
export async function nameGroup(serverId: string, name: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/name`,
    body: { name },
    idempotencyKey,
    answer: z.unknown(),
  });
}
