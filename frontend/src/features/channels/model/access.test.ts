import { expect, it } from 'vitest';
import { letIn, withWord, wordOn } from './access';

const staff = { target: 'role', id: 'staff' } as const;
const channel = {
  overrides: [
    { ...staff, allow: ['view-channel', 'pin-messages'], deny: ['send-messages'] },
    { target: 'member' as const, id: 'staff', allow: [], deny: ['view-channel'] },
  ],
};

it('changes one word and keeps the others', () => {
  expect(wordOn(channel, staff, 'view-channel')).toBe('allow');
  expect(wordOn(channel, staff, 'send-messages')).toBe('deny');
  expect(wordOn(channel, staff, 'attach-files')).toBeNull();
  expect(wordOn(channel, { target: 'role', id: 'other' }, 'view-channel')).toBeNull();
  expect(withWord(channel, staff, 'send-messages', 'allow')).toEqual({
    ...staff,
    allow: ['view-channel', 'pin-messages', 'send-messages'],
    deny: [],
  });
  expect(withWord(channel, staff, 'view-channel', null)).toMatchObject({ allow: ['pin-messages'] });
  expect(withWord(channel, staff, 'view-channel', 'deny')).toMatchObject({ deny: ['send-messages', 'view-channel'] });
  expect(letIn(channel).map(({ target }) => target)).toEqual(['role']);
});
