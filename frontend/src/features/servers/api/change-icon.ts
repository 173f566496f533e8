import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/servers/{serverId}/icon`, the image as the body. */
export async function changeIcon(serverId: string, image: Blob, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/icon`,
    file: image,
    idempotencyKey,
    answer: z.unknown(),
  });
}
