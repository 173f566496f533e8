import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/servers/{serverId}/description` */
export async function describeServer(serverId: string, description: string, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/description`,
    body: { description },
    idempotencyKey,
    answer: z.unknown(),
  });
}
