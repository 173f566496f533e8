import { exchange } from '@/http/exchange';
import { runtimeConfig } from '@/session/browser-session';

/** `POST /api/auth/logout`: revokes the session and clears the refresh cookie. */
export async function logOut(): Promise<void> {
  await exchange(`${runtimeConfig().authUrl}/api/auth/logout`, { method: 'POST', credentials: 'include' });
}
