import { exchange, jsonBody } from '@/http/exchange';
import { runtimeConfig } from '@/session/browser-session';
import { type SessionAnswer, sessionAnswerOf } from '@/session/session-answer';

export interface Credentials {
  /** E-mail address or username. */
  login: string;
  password: string;
}

/** `POST /api/auth/login` */
export async function logIn(credentials: Credentials): Promise<SessionAnswer> {
  const response = await exchange(`${runtimeConfig().authUrl}/api/auth/login`, {
    method: 'POST',
    credentials: 'include',
    ...jsonBody(credentials),
  });
  return sessionAnswerOf(await response.json());
}
