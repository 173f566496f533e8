import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

export interface Ban {
  reason: string;
  /** How far back their messages go with them; 0 for none. */
  removeMessagesOfSeconds: number;
}

/** How much went with the ban, which holds in any case. */
const removalSchema = z.object({
  removedMessages: z.number(),
  /** Whether none is left; if one is, the same command under the same key goes on. */
  complete: z.boolean(),
});

export type Removal = z.infer<typeof removalSchema>;

/** `PUT /api/servers/{serverId}/bans/{userId}` */
export async function banMember(
  serverId: string,
  userId: string,
  { reason, removeMessagesOfSeconds }: Ban,
  idempotencyKey: string,
): Promise<Removal> {
  return api.call({
    method: 'PUT',
    path: path`/api/servers/${serverId}/bans/${userId}`,
    body: {
      ...(reason !== '' && { reason }),
      ...(removeMessagesOfSeconds > 0 && { removeMessagesOfSeconds }),
    },
    idempotencyKey,
    answer: removalSchema,
  });
}
