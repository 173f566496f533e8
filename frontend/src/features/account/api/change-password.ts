import * as z from 'zod/mini';
import { authApi } from '@/session/browser-session';

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/** `PUT /api/auth/password`: all other sessions end with it. */
export async function changePassword(change: PasswordChange): Promise<void> {
  await authApi.call({ method: 'PUT', path: '/api/auth/password', body: change, answer: z.unknown() });
}
