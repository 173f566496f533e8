import { z } from 'zod';
import { profileSchema } from '@/contracts/profile';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const inviteSchema = z.object({
  code: z.string(),
  createdBy: z.string(),
  uses: z.number(),
  maxUses: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
  expiresAt: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  createdAt: z.string(),
});

const answer = z.object({
  invites: z.array(inviteSchema),
  people: z.record(z.string(), profileSchema),
  next: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
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
