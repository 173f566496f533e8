import type { Profile } from '@/contracts/profile';
import { membersOf, optionalText, textOf } from '@/http/json';

/** What the auth service answers to register, login and refresh. */
export interface SessionAnswer {
  accessToken: string;
  expiresAt: string;
  /** Whether the user operates the platform: what is shown depends on it, the services decide by the token. */
  isOperator: boolean;
  user: Profile;
}

/** Throws if it is no such answer. The user is read as `profileSchema` reads profiles. */
export function sessionAnswerOf(body: unknown): SessionAnswer {
  const { accessToken, expiresAt, scope, user } = membersOf(body);
  if (Number.isNaN(Date.parse(textOf(expiresAt)))) throw new TypeError('no time');
  const { userId, username, displayName, statusText, avatarId, revision } = membersOf(user);
  return {
    accessToken: textOf(accessToken),
    expiresAt: textOf(expiresAt),
    isOperator: (optionalText(scope) ?? '').split(' ').includes('operator'),
    user: {
      userId: textOf(userId),
      username: textOf(username),
      displayName: textOf(displayName),
      statusText: optionalText(statusText) ?? null,
      avatarId: optionalText(avatarId) ?? null,
      revision: Number.isInteger(revision) ? Number(revision) : 0,
    },
  };
}
