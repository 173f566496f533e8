import { exchange, jsonBody } from '@/http/exchange';
import { runtimeConfig } from '@/session/browser-session';
import { type SessionAnswer, sessionAnswerOf } from '@/session/session-answer';

export interface Registration {
  email: string;
  username: string;
  password: string;
}

/** `POST /api/auth/register` */
export async function register(registration: Registration): Promise<SessionAnswer> {
  const response = await exchange(`${runtimeConfig().authUrl}/api/auth/register`, {
    method: 'POST',
    credentials: 'include',
    ...jsonBody(registration),
  });
  return sessionAnswerOf(await response.json());
}
