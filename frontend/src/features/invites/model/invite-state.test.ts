import { expect, it } from 'vitest';
import { wordsOf } from '@/i18n/testing-words';
import { inviteOrder, inviteState, usesOf } from './invite-state';

const now = Date.parse('2026-05-20T12:00:00Z');
const invite = (rest = {}) => ({
  code: 'abcd',
  createdBy: 'ada',
  uses: 0,
  maxUses: null as number | null,
  expiresAt: null as string | null,
  createdAt: '2026-05-20T10:00:00Z',
  ...rest,
});

it('an invite is open until its time is over or it is used up', () => {
  expect(inviteState(invite(), now)).toBe('open');
  expect(inviteState(invite({ expiresAt: '2026-05-20T12:00:01Z' }), now)).toBe('open');
  expect(inviteState(invite({ expiresAt: '2026-05-20T12:00:00Z' }), now)).toBe('expired');
  expect(inviteState(invite({ uses: 4, maxUses: 5 }), now)).toBe('open');
  expect(inviteState(invite({ uses: 5, maxUses: 5 }), now)).toBe('used-up');
});

it('says how often it was used', () => {
  expect(usesOf(invite(), wordsOf())).toBe('Not used yet');
  expect(usesOf(invite({ uses: 1 }), wordsOf())).toBe('Used once');
  expect(usesOf(invite({ uses: 12 }), wordsOf())).toBe('Used 12 times');
  expect(usesOf(invite({ uses: 0, maxUses: 1 }), wordsOf())).toBe('Used 0 of 1 time');
  expect(usesOf(invite({ uses: 3, maxUses: 5 }), wordsOf())).toBe('Used 3 of 5 times');
  expect(usesOf(invite({ uses: 3, maxUses: 5 }), wordsOf('de'))).toBe('3 von 5-mal benutzt');
});

it('those that still let somebody in come first, the latest before the others', () => {
  const all = [
    invite({ code: 'over', expiresAt: '2026-05-20T11:00:00Z', createdAt: '2026-05-20T10:30:00Z' }),
    invite({ code: 'old', createdAt: '2026-05-19T10:00:00Z' }),
    invite({ code: 'new', createdAt: '2026-05-20T09:00:00Z' }),
  ];
  expect(inviteOrder(all, now).map(({ code }) => code)).toEqual(['new', 'old', 'over']);
});
