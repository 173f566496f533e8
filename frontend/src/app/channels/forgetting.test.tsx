import { expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { draftOf, keepDraft } from '@/features/composer/model/drafts';
import { outbox } from '@/features/timeline/model/browser-outbox';
import { ownPresence } from '@/presence/browser-presence';
import { session } from '@/session/browser-session';
import './forgetting';

vi.mock('@/features/timeline/api/post-message', () => ({ postMessage: () => new Promise(() => undefined) }));

it('whoever signs out leaves nothing behind', () => {
  session.adopt({ accessToken: 'a', expiresAt: '2030-01-01T00:00:00.000Z', user: profileOfNew('ada') });
  keepDraft('c', 'what nobody else should read');
  outbox.send('c', 'on its way');
  ownPresence.choose('invisible');
  session.end();
  expect(draftOf('c')).toBe('');
  expect(outbox.messages()).toEqual([]);
  expect(ownPresence.chosen()).toBe('automatic');
});
