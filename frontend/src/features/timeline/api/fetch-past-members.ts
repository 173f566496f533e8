import * as z from 'zod/mini';
import { profileSchema } from '@/contracts/profile';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const answer = z.object({ members: z.array(profileSchema), next: z.nullable(z.string()) });

/** `GET /api/channels/{channelId}/past/members`: the first of those who were members at a moment. */
export async function fetchPastMembers(
  channelId: string,
  at: string,
  signal: AbortSignal,
): Promise<z.infer<typeof answer>> {
  const query = new URLSearchParams({ at });
  return api.call({ path: `${path`/api/channels/${channelId}/past/members`}?${query}`, answer, signal });
}
