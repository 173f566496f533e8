import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { profileSchema } from '@/contracts/profile';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const optional = orNull(z.string());

const banSchema = z.object({ userId: z.string(), bannedBy: z.string(), reason: optional, at: z.iso.datetime() });

const answer = z.object({
  bans: z.array(banSchema),
  people: z.record(z.string(), profileSchema),
  next: optional,
});

export type Ban = z.infer<typeof banSchema>;

/** `GET /api/servers/{serverId}/bans`: a page, in the order of the user ids. */
export async function fetchBans(
  serverId: string,
  after: string | null,
  signal: AbortSignal,
): Promise<z.infer<typeof answer>> {
  const from = after === null ? '' : path`&after=${after}`;
  return api.call({ path: `${path`/api/servers/${serverId}/bans`}?limit=100${from}`, signal, answer });
}
