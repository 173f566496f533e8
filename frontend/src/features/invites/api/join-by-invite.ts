import * as z from 'zod/mini';
import { api } from '@/session/browser-session';

const answer = z.object({ serverId: z.string() });

/** `POST /api/invites/{code}/join`: also for somebody who is a member already. */
export async function joinByInvite(code: string, idempotencyKey: string): Promise<string> {
  const path = `/api/invites/${encodeURIComponent(code)}/join`;
  return (await api.call({ method: 'POST', path, body: {}, idempotencyKey, answer })).serverId;
}
