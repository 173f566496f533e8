import * as z from 'zod/mini';
import { profileSchema } from '@/contracts/profile';
import { authApi } from '@/session/browser-session';

export const accountSchema = z.extend(profileSchema, { email: z.string() });

export type Account = z.infer<typeof accountSchema>;

/** `GET /api/auth/me`: one's own account, the e-mail address included. */
export async function fetchAccount(signal: AbortSignal): Promise<Account> {
  return authApi.call({ path: '/api/auth/me', signal, answer: accountSchema });
}
