import type { Profile } from './profile';

/** Somebody who has not changed how they are shown. */
export function profileOfNew(userId: string, displayName = userId): Profile {
  return { userId, username: userId, displayName, statusText: null, avatarId: null, revision: 0 };
}
