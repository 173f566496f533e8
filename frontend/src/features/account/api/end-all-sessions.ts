import * as z from 'zod/mini';
import { authApi } from '@/session/browser-session';

/** `DELETE /api/auth/sessions`: that of this browser too. */
export async function endAllSessions(): Promise<void> {
  await authApi.call({ method: 'DELETE', path: '/api/auth/sessions', answer: z.unknown() });
}
