import * as z from 'zod/mini';
import type { PermissionSet } from '@/contracts/permissions';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `PUT /api/channels/{channelId}/overrides/roles/{roleId}` */
export async function overrideRole(
  channelId: string,
  roleId: string,
  allow: PermissionSet,
  deny: PermissionSet,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/overrides/roles/${roleId}`,
    body: { allow, deny },
    idempotencyKey,
    answer: z.unknown(),
  });
}
