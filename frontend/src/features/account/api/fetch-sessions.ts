import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { authApi } from '@/session/browser-session';

const loginSchema = z.object({
  sessionId: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  userAgent: orNull(z.string()),
  isCurrent: z.boolean(),
});

const answer = z.object({ sessions: z.array(loginSchema) });

export type Login = z.infer<typeof loginSchema>;

/** `GET /api/auth/sessions`: where one is logged in, the place used last first. */
export async function fetchSessions(signal: AbortSignal): Promise<Login[]> {
  return (await authApi.call({ path: '/api/auth/sessions', signal, answer })).sessions;
}
