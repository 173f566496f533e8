import { describe, expect, it } from 'vitest';
import { profileSchema } from '@/contracts/profile';
import { sessionAnswerOf } from './session-answer';

const session = { accessToken: 'a', expiresAt: '2030-01-01T00:00:00.000Z' };
const user = { userId: 'u', username: 'ada', displayName: 'Ada' };

describe('the answer to who signs in', () => {
  it.each([
    user,
    { ...user, statusText: 'Weaving patterns', avatarId: 'p', revision: 3 },
    { ...user, statusText: null, avatarId: null, more: 'of a later version' },
  ])('has its user as profiles are read anywhere: %o', (sent) => {
    expect(sessionAnswerOf({ ...session, user: sent })).toEqual({
      ...session,
      isOperator: false,
      user: profileSchema.parse(sent),
    });
  });

  it.each([
    ['operator', true],
    ['openid operator', true],
    ['operators', false],
    ['', false],
    [7, false],
    [null, false],
  ])('says by its scope who operates the platform: %o', (scope, isOperator) => {
    expect(sessionAnswerOf({ ...session, scope, user }).isOperator).toBe(isOperator);
  });

  it.each([
    null,
    'text',
    session,
    { ...session, user: { ...user, username: 7 } },
    { ...session, user, expiresAt: 'soon' },
    { ...session, user, accessToken: undefined },
  ])('is none: %o', (body) => {
    expect(() => sessionAnswerOf(body)).toThrow(TypeError);
  });
});
