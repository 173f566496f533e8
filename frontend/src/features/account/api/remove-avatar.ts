import { authApi } from '@/session/browser-session';
import { accountSchema, type Account } from './fetch-account';

/** `DELETE /api/auth/me/avatar` */
export async function removeAvatar(): Promise<Account> {
  return authApi.call({ method: 'DELETE', path: '/api/auth/me/avatar', answer: accountSchema });
}
