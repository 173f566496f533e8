import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

export interface Ban {
  reason: string;
  /** How far back their messages go with them; 0 for none. */
  removeMessagesOfSeconds: number;
}

/** `PUT /api/servers/{serverId}/bans/{userId}` */
export async function banMember(
  serverId: string,
  userId: string,
  { reason, removeMessagesOfSeconds }: Ban,
  idempotencyKey: string,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/bans/${userId}`,
    body: {
      ...(reason !== '' && { reason }),
      ...(removeMessagesOfSeconds > 0 && { removeMessagesOfSeconds }),
    },
    idempotencyKey,
    answer: z.unknown(),
  });
}
