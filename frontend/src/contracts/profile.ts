import { z } from 'zod';

/** What everybody may know about a user. */
export const profileSchema = z.object({ userId: z.string(), username: z.string(), displayName: z.string() });

export type Profile = z.infer<typeof profileSchema>;
