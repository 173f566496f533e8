import { z } from 'zod';
import { profileSchema } from '@/contracts/profile';
import { api } from '@/session/browser-session';

const answer = z.object({ members: z.array(profileSchema), next: z.string().nullish() });

export type MembersPage = z.infer<typeof answer>;

/** `GET /api/servers/{serverId}/members`: one page of at most 100, in the order of their ids. */
export async function fetchMembers(serverId: string, after: string | null, signal: AbortSignal): Promise<MembersPage> {
  const query = new URLSearchParams({ limit: '100', ...(after !== null && { after }) });
  return api.call({ path: `/api/servers/${encodeURIComponent(serverId)}/members?${query}`, signal, answer });
}
