import * as z from 'zod/mini';

const profile = { userId: z.string(), username: z.string(), displayName: z.string(), at: z.iso.datetime() };

/** The events about how people show themselves: topic `webchat.users` (platform/docs/event-log.md). */
export const profileSchemas = {
  'webchat.user.registered.v1': z.object(profile),
  'webchat.user.profile-changed.v1': z.object({
    ...profile,
    statusText: z.nullish(z.string()),
    avatarId: z.nullish(z.string()),
    revision: z.int().check(z.positive()),
  }),
} as const;
