import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const answer = z.object({ serverId: z.string(), code: z.string() });

export interface InviteLimits {
  /** Null for ever. */
  expiresInSeconds: number | null;
  /** Null for as often as one likes. */
  maxUses: number | null;
}

export const FOR_A_WEEK: InviteLimits = { expiresInSeconds: 604_800, maxUses: null };

/** `POST /api/servers/{serverId}/invites` */
export async function createInvite(
  serverId: string,
  { expiresInSeconds, maxUses }: InviteLimits,
  idempotencyKey: string,
): Promise<string> {
  const body = { ...(expiresInSeconds !== null && { expiresInSeconds }), ...(maxUses !== null && { maxUses }) };
  const target = path`/api/servers/${serverId}/invites`;
  return (await api.call({ method: 'POST', path: target, body, idempotencyKey, answer })).code;
}
