import { z } from 'zod';
import { authApi } from '@/session/browser-session';

const loginSchema = z.object({
  sessionId: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  userAgent: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  isCurrent: z.boolean(),
});

const answer = z.object({ sessions: z.array(loginSchema) });

export type Login = z.infer<typeof loginSchema>;

/** `GET /api/auth/sessions`: where one is logged in, the place used last first. */
export async function fetchSessions(signal: AbortSignal): Promise<Login[]> {
  return (await authApi.call({ path: '/api/auth/sessions', signal, answer })).sessions;
}
