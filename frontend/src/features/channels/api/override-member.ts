import * as z from 'zod/mini';
import type { PermissionSet } from '@/contracts/permissions';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/channels/{channelId}/overrides/members/{userId}` */
export async function overrideMember(
  channelId: string,
  userId: string,
  allow: PermissionSet,
  deny: PermissionSet,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/overrides/members/${userId}`,
    body: { allow, deny },
    idempotencyKey,
    answer: z.unknown(),
  });
}
