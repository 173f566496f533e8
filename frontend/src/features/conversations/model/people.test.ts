import { expect, it } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { acquaintances, named } from './people';

const member = (userId: string, displayName: string, nickname: string | null = null) => ({
  ...profileOfNew(userId, displayName),
  username: `${userId}.l`,
  nickname,
  roleIds: [],
  timedOutUntil: null,
});

it('everybody of one’s servers is listed once, by their own names, without those who are there already', () => {
  const people = acquaintances(
    [member('zoe', 'Zoe', 'Boss'), member('bo', 'bo'), member('ada', 'Ada'), member('zoe', 'Zoe'), member('me', 'Me')],
    ['me', undefined],
    'en',
  );
  expect(people.map(({ name }) => name)).toEqual(['Ada', 'bo', 'Zoe']);
});

it('people are found by each of their names', () => {
  const people = acquaintances([member('zoe', 'Zoe'), member('bo', 'Bartholomew')], [], 'en');
  expect(named(people, 'ZO').map(({ userId }) => userId)).toEqual(['zoe']);
  expect(named(people, '@bo.').map(({ userId }) => userId)).toEqual(['bo']);
  expect(named(people, ' ')).toHaveLength(2);
  expect(named(people, 'nobody')).toEqual([]);
});
