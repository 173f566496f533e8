import { expect, it } from 'vitest';
import { NO_BADGE } from '@/contracts/badge';
import { badgesAsRole } from './role-badges';

const called = { unread: true, mentions: 2, muted: false };
const marks: (id: string) => typeof called = () => called;
const own = { ofChannel: marks, ofServer: marks, direct: called };

it('nothing waits in a server for a role that one looks at it as; what waits elsewhere is one’s own', () => {
  const seen = badgesAsRole(own, 's', new Set(['general']));
  expect(seen.ofChannel('general')).toBe(NO_BADGE);
  expect(seen.ofChannel('of another server')).toBe(called);
  expect(seen.ofServer('s')).toBe(NO_BADGE);
  expect(seen.ofServer('other')).toBe(called);
  expect(seen.direct).toBe(called);
});

it('as oneself one sees what waits for oneself', () => {
  expect(badgesAsRole(own, null, new Set())).toBe(own);
});
