import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { profileSchema } from '@/contracts/profile';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const inviteSchema = z.object({
  code: z.string(),
  createdBy: z.string(),
  uses: z.number(),
  maxUses: orNull(z.number()),
  expiresAt: orNull(z.string()),
  createdAt: z.string(),
});

const answer = z.object({
  invites: z.array(inviteSchema),
  people: z.record(z.string(), profileSchema),
  next: orNull(z.string()),
});

export type ServerInvite = z.infer<typeof inviteSchema>;

/** `GET /api/servers/{serverId}/invites`: a page, all of them for who manages the server, else one's own. */
export async function fetchInvites(
  serverId: string,
  after: string | null,
  signal: AbortSignal,
): Promise<z.infer<typeof answer>> {
  const from = after === null ? '' : path`&after=${after}`;
  return api.call({ path: `${path`/api/servers/${serverId}/invites`}?limit=100${from}`, signal, answer });
}
