import * as z from 'zod/mini';
import { api } from '@/session/browser-session';

const answer = z.object({ code: z.string(), serverId: z.string(), serverName: z.string(), memberCount: z.number() });

export type Invite = z.infer<typeof answer>;

/** `GET /api/invites/{code}`: for anyone who has the code, signed in or not. */
export async function fetchInvite(code: string, signal: AbortSignal): Promise<Invite> {
  return api.call({ path: `/api/invites/${encodeURIComponent(code)}`, signal, answer });
}
