import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const answer = z.object({
  code: z.string(),
  serverId: z.string(),
  serverName: z.string(),
  description: z.string(),
  iconId: orNull(z.string()),
  memberCount: z.number(),
  expiresAt: orNull(z.string()),
});

export type Invite = z.infer<typeof answer>;

/** `GET /api/invites/{code}`: for anyone who has the code, signed in or not. */
export async function fetchInvite(code: string, signal: AbortSignal): Promise<Invite> {
  return api.call({ path: path`/api/invites/${code}`, signal, answer });
}
