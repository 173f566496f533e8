import * as z from 'zod/mini';
import { profileSchema, type Profile } from '@/contracts/profile';
import { api } from '@/session/browser-session';

const answer = z.object({ users: z.array(profileSchema) });

/** `GET /api/users?ids=`: at most 100 ids; unknown ones are left out. */
export async function fetchProfiles(userIds: readonly string[]): Promise<Profile[]> {
  const ids = encodeURIComponent(userIds.join(','));
  return (await api.call({ path: `/api/users?ids=${ids}`, answer })).users;
}
