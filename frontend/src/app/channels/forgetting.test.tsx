import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { drafts } from '@/features/composer/model/drafts';
import { outbox } from '@/features/timeline/model/browser-outbox';
import { ownPresence } from '@/presence/browser-presence';
import { session } from '@/session/browser-session';
import { leave } from '@/session/leave';
import { Written } from '@/storage/written';
import './forgetting';
import './remembering';

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

vi.mock('@/features/timeline/api/post-message', () => ({ postMessage: () => new Promise(() => undefined) }));

const signIn = (name: string) =>
  session.adopt({
    accessToken: 'a',
    expiresAt: '2030-01-01T00:00:00.000Z',
    isOperator: false,
    user: profileOfNew(name),
  });

beforeEach(() => {
  signIn('ada');
  leave();
  signIn('ada');
  drafts.write('c', 'what nobody else should read');
  outbox.send('c', 'on its way');
  ownPresence.choose('invisible');
});

it('whoever signs out leaves nothing behind', () => {
  session.end();
  expect(drafts.of('c')).toBe('');
  expect(outbox.messages()).toEqual([]);
  expect(ownPresence.chosen()).toBe('automatic');
});

it('what was not sent waits for its author, whose session ended without their wish', async () => {
  session.end();
  signIn('grace');
  await outbox.collect();
  expect(drafts.of('c')).toBe('');
  expect(outbox.messages()).toEqual([]);
  session.end();
  signIn('ada');
  await vi.waitFor(() => expect(drafts.of('c')).toBe('what nobody else should read'), PATIENCE);
  await vi.waitFor(
    () => expect(outbox.messages()).toMatchObject([{ content: 'on its way', status: 'pending' }]),
    PATIENCE,
  );
});

it('whoever logs out takes along what was not sent', async () => {
  await vi.waitFor(async () => expect(await new Written('draft').of('ada')).toHaveLength(1), PATIENCE);
  expect(await new Written('outbox').of('ada')).toHaveLength(1);
  leave();
  expect(await new Written('outbox').of('ada')).toEqual([]);
  expect(await new Written('draft').of('ada')).toEqual([]);
});
