import { z } from 'zod';
import { profileSchema } from './profile';

/** Somebody, with what they are in one server. */
export const memberSchema = profileSchema.extend({
  nickname: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  roleIds: z.array(z.string()).default([]),
  timedOutUntil: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
});

export type Member = z.infer<typeof memberSchema>;

/** What a member is called in their server. */
export function nameOf({ nickname, displayName }: Pick<Member, 'nickname' | 'displayName'>): string {
  return nickname ?? displayName;
}

/** Until when a member may only read; null if they may write. */
export function silentUntil({ timedOutUntil }: Pick<Member, 'timedOutUntil'>, now: number): Date | null {
  if (timedOutUntil === null) return null;
  const until = new Date(timedOutUntil);
  return until.getTime() > now ? until : null;
}
