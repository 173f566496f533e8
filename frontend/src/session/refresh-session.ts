import { exchange } from '@/http/exchange';
import { ProblemError } from '@/http/problem';
import { type SessionAnswer, sessionAnswerOf } from './session-answer';

/** `POST /api/auth/refresh`: a new access token for the refresh cookie, or null when there is no session any more. */
export async function refreshSession(authUrl: string): Promise<SessionAnswer | null> {
  try {
    const response = await exchange(`${authUrl}/api/auth/refresh`, { method: 'POST', credentials: 'include' });
    return sessionAnswerOf(await response.json());
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null;
    throw error;
  }
}
