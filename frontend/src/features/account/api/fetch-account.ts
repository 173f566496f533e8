import { z } from 'zod';
import { profileSchema } from '@/contracts/profile';
import { authApi } from '@/session/browser-session';

const answer = profileSchema.extend({ email: z.string() });

/** `GET /api/auth/me`: one's own account, the e-mail address included. */
export async function fetchAccount(signal: AbortSignal): Promise<z.infer<typeof answer>> {
  return authApi.call({ path: '/api/auth/me', signal, answer });
}
