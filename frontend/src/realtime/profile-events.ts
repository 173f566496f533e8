import { z } from 'zod';

const profile = { userId: z.string(), username: z.string(), displayName: z.string(), at: z.iso.datetime() };

/** The events about how people show themselves: topic `webchat.users` (platform/docs/event-log.md). */
export const profileSchemas = {
  'webchat.user.registered.v1': z.object(profile),
  'webchat.user.profile-changed.v1': z.object({
    ...profile,
    statusText: z.string().nullish(),
    avatarId: z.string().nullish(),
    revision: z.number().int().positive(),
  }),
} as const;
