import * as z from 'zod/mini';
import { orNull } from './or-null';

/** What everybody may know about a user. */
export const profileSchema = z.object({
  userId: z.string(),
  username: z.string(),
  displayName: z.string(),
  /** What they say about themselves; null for nothing. */
  statusText: orNull(z.string()),
  /** Of their picture; null for none. */
  avatarId: orNull(z.string()),
  /** How often the profile was changed. */
  revision: z._default(z.int(), 0),
});

export type Profile = z.infer<typeof profileSchema>;

/** Nothing but the profile of who may be known as more. */
export function profileOf({ userId, username, displayName, statusText, avatarId, revision }: Profile): Profile {
  return { userId, username, displayName, statusText, avatarId, revision };
}

/** The later of two profiles of one person, whichever way and in whichever order they came. */
export function later<P extends Profile>(known: Profile | undefined, other: P): P {
  return known !== undefined && known.revision > other.revision ? { ...other, ...profileOf(known) } : other;
}
