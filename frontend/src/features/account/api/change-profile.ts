import { authApi } from '@/session/browser-session';
import { accountSchema, type Account } from './fetch-account';

/** What is left out stays as it is; an empty status is none. */
export interface ProfileChange {
  displayName?: string;
  statusText?: string;
}

/** `PATCH /api/auth/me`: how one is shown to everybody. */
export async function changeProfile(change: ProfileChange): Promise<Account> {
  return authApi.call({ method: 'PATCH', path: '/api/auth/me', body: change, answer: accountSchema });
}
