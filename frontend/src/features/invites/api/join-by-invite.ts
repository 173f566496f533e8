import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const answer = z.object({ serverId: z.string() });

/** `POST /api/invites/{code}/join`: also for somebody who is a member already. */
export async function joinByInvite(code: string, idempotencyKey: string): Promise<string> {
  const joined = await api.call({
    method: 'POST',
    path: path`/api/invites/${code}/join`,
    body: {},
    idempotencyKey,
    answer,
  });
  return joined.serverId;
}
