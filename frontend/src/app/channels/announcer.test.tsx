import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import type { Server } from '@/contracts/server';
import { showNotification } from '@/features/notifications/model/show';
import { queryKeys } from '@/contracts/query-keys';
import { fetched, stateOf, type UnreadState } from '@/features/unread/model/unread';
import { unreadQuery } from '@/features/unread/model/unread-store';
import type { MessageEvent } from '@/realtime/events';
import { closeRead } from '@/web-push/worker';
import { Announcer } from './announcer';

vi.mock('@/features/notifications/model/show');
vi.mock('@/web-push/worker');
vi.mock('@/features/notifications/model/wishes', () => ({ wishes: () => ({ desktop: true, sound: false }) }));
vi.mock('@/session/browser-session', () => ({
  api: { call: () => Promise.resolve({ profiles: [profileOfNew('bo')] }) },
  session: { state: () => ({ status: 'signed-in', user: { userId: 'ada' } }), subscribe: () => () => undefined },
}));

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

const takeBack = vi.fn();
const SEEN = '0197b3a0-0000-7000-8000-000000000001';
const UNSEEN = '0197b3a0-0000-7000-8000-000000000002';
const counted = { head: 1, position: 1, readUpTo: 0, readPosition: 0, unread: 1, mentions: 0, firstUnread: 1 };
const place = { serverId: 'crew', channelId: 'c', threadId: null };
const unread = (timeline: UnreadState['timelines'][string] | null): UnreadState => ({
  ...stateOf([], []),
  timelines: timeline === null ? {} : { c: timeline },
});
let client: QueryClient;
let end: () => void;
let said: (content?: string) => void;
let edited: (revision: number, content: string) => void;

beforeEach(() => {
  vi.mocked(showNotification).mockReset().mockReturnValue(takeBack);
  takeBack.mockReset();
  vi.mocked(closeRead).mockReset().mockResolvedValue();
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData(queryKeys.server('crew'), {
    serverId: 'crew',
    name: 'Crew',
    channels: [{ channelId: SEEN, name: 'launches' }],
    roles: [],
  } as unknown as Server);
  client.setQueryData(queryKeys.profile('bo'), profileOfNew('bo'));
  const announcer = new Announcer(client, () => undefined, (() => 'somebody') as never);
  end = announcer.start();
  const at = new Date().toISOString();
  said = (content = 'Hello') =>
    announcer.onMessage({
      type: 'webchat.message.posted.v1',
      data: { ...place, messageId: 'm', authorId: 'bo', content, at },
    } as MessageEvent);
  edited = (revision, content) =>
    announcer.onMessage({
      type: 'webchat.message.edited.v1',
      data: { ...place, messageId: 'm', actorId: 'bo', revision, content, at },
    } as MessageEvent);
  return () => end();
});

it.each([
  ['is not known yet', null],
  ['is being counted', { ...fetched({ ...place, ...counted, unread: 0 }), isStale: true }],
])('calls from where what is unread %s, and takes it back when it turns out to be read', async (_, timeline) => {
  client.setQueryData(unreadQuery.queryKey, unread(timeline));
  said();
  await vi.waitFor(() => expect(showNotification).toHaveBeenCalledOnce(), PATIENCE);
  client.setQueryData(unreadQuery.queryKey, unread(fetched({ ...place, ...counted })));
  expect(takeBack).not.toHaveBeenCalled();
  client.setQueryData(unreadQuery.queryKey, unread(fetched({ ...place, ...counted, unread: 0 })));
  expect(takeBack).toHaveBeenCalledOnce();
});

it('takes back what was said where one is no longer', async () => {
  client.setQueryData(unreadQuery.queryKey, unread(fetched({ ...place, ...counted })));
  said();
  await vi.waitFor(() => expect(showNotification).toHaveBeenCalledOnce(), PATIENCE);
  client.setQueryData(unreadQuery.queryKey, unread(null));
  expect(takeBack).toHaveBeenCalledOnce();
});

it('calls once with what a message says by now, where it was edited before it was told', async () => {
  client.setQueryData(unreadQuery.queryKey, unread(fetched({ ...place, ...counted })));
  said('');
  edited(1, '');
  edited(2, 'Hello, Ada');
  await vi.waitFor(() => expect(showNotification).toHaveBeenCalledOnce(), PATIENCE);
  expect(vi.mocked(showNotification).mock.calls[0]?.[0]).toMatchObject({ body: 'Hello, Ada' });
});

it('closes what the worker shows by what has just been told, and not by what was known before', async () => {
  client.setQueryData(unreadQuery.queryKey, unread(fetched({ ...place, ...counted })));
  expect(closeRead).toHaveBeenCalledOnce();
  await client.invalidateQueries({ queryKey: unreadQuery.queryKey, refetchType: 'none' });
  expect(closeRead).toHaveBeenCalledOnce();
});

it('says what was said without its looks, and names the channels that one sees', async () => {
  client.setQueryData(unreadQuery.queryKey, unread(null));
  said(`> **see** <#${SEEN}>\n\`or\` <#${UNSEEN}>`);
  await vi.waitFor(() => expect(showNotification).toHaveBeenCalledOnce(), PATIENCE);
  const [{ body } = { body: '' }] = vi.mocked(showNotification).mock.calls[0] ?? [];
  expect(body).toBe('see #launches\nor #somebody');
});
