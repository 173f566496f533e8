import * as z from 'zod/mini';
import { memberSchema } from '@/contracts/member';
import { api } from '@/session/browser-session';

const answer = z.object({ members: z.array(memberSchema), next: z.nullish(z.string()) });

export type MembersPage = z.infer<typeof answer>;

/**
 * `GET /api/servers/{serverId}/members`: one page of at most 100, in the order of their ids; of those a word of whose names
 * begins with `name`, where it is given. Such a page may have fewer than there is room for, and still a next one.
 */
export async function fetchMembers(
  serverId: string,
  after: string | null,
  signal: AbortSignal,
  limit = 100,
  name = '',
): Promise<MembersPage> {
  const query = new URLSearchParams({
    limit: String(limit),
    ...(name !== '' && { q: name }),
    ...(after !== null && { after }),
  });
  return api.call({ path: `/api/servers/${encodeURIComponent(serverId)}/members?${query}`, signal, answer });
}
