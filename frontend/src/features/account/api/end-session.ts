import * as z from 'zod/mini';
import { path } from '@/http/path';
import { authApi } from '@/session/browser-session';

/** `DELETE /api/auth/sessions/{sessionId}` */
export async function endSession(sessionId: string): Promise<void> {
  await authApi.call({ method: 'DELETE', path: path`/api/auth/sessions/${sessionId}`, answer: z.unknown() });
}
