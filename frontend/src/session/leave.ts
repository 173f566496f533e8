import { forgetWritten } from '@/storage/written';
import { session } from './browser-session';

/**
 * The user has logged out: what they wrote here and did not send goes with them. It stays for them where a session ends
 * otherwise.
 */
export function leave(): void {
  const state = session.state();
  session.end();
  if (state.status === 'signed-in') void forgetWritten(state.user.userId);
}
