import { expect, it } from 'vitest';
import { inviteCodeIn, inviteLink } from './invite-link';

it.each([
  ['https://chat.example/invite/qR7-xT2_mN9pLk4v', 'qR7-xT2_mN9pLk4v'],
  ['  chat.example/invite/qR7-xT2_mN9pLk4v/?x=1 ', 'qR7-xT2_mN9pLk4v'],
  ['qR7-xT2_mN9pLk4v', 'qR7-xT2_mN9pLk4v'],
  ['https://chat.example/channels', null],
  ['come and see', null],
  ['', null],
])('%s contains the code %s', (text, code) => expect(inviteCodeIn(text)).toBe(code));

it('makes links that it understands', () => {
  expect(inviteCodeIn(inviteLink('https://chat.example', 'qR7-xT2_mN9pLk4v'))).toBe('qR7-xT2_mN9pLk4v');
});
