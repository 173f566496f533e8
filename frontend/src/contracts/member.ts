import * as z from 'zod/mini';
import { orNull } from './or-null';
import { profileSchema } from './profile';

/** Somebody, with what they are in one server. */
export const memberSchema = z.extend(profileSchema, {
  nickname: orNull(z.string()),
  roleIds: z._default(z.array(z.string()), []),
  timedOutUntil: orNull(z.string()),
});

export type Member = z.infer<typeof memberSchema>;

/** What a member is called in their server. */
export function nameOf({ nickname, displayName }: Pick<Member, 'nickname' | 'displayName'>): string {
  return nickname ?? displayName;
}

/** Until when a member may only read and take back; null if they may write. */
export function silentUntil({ timedOutUntil }: Pick<Member, 'timedOutUntil'>, now: number): Date | null {
  if (timedOutUntil === null) return null;
  const until = new Date(timedOutUntil);
  return until.getTime() > now ? until : null;
}
