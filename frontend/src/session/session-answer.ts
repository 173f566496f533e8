import { z } from 'zod';
import { profileSchema } from '@/contracts/profile';

/** What the auth service answers to register, login and refresh. */
export const sessionAnswerSchema = z.object({
  accessToken: z.string(),
  expiresAt: z.iso.datetime(),
  user: profileSchema,
});

export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;
