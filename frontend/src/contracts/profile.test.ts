import { expect, it } from 'vitest';
import { later, profileSchema } from './profile';

const ada = profileSchema.parse({ userId: 'ada', username: 'ada', displayName: 'ada' });
const countess = { ...ada, displayName: 'Countess', statusText: 'at tea', revision: 2 };

it('is that of an account from before there was more than a name', () => {
  expect(ada).toEqual({
    userId: 'ada',
    username: 'ada',
    displayName: 'ada',
    statusText: null,
    avatarId: null,
    revision: 0,
  });
});

it('is the later one, in whichever order they came', () => {
  expect(later(ada, countess)).toBe(countess);
  expect(later(countess, ada)).toEqual(countess);
  expect(later(undefined, ada)).toBe(ada);
});

it('of the same revision is what came last', () => {
  expect(later(countess, { ...countess, statusText: null }).statusText).toBeNull();
});

it('leaves what somebody is beside their profile', () => {
  expect(later(countess, { ...ada, nickname: 'A' })).toEqual({ ...countess, nickname: 'A' });
});
