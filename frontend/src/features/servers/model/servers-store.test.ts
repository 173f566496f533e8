import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { queryKeys } from '@/contracts/query-keys';
import type { Server } from '@/contracts/server';
import { keepProfiles, profileQuery } from '@/profiles/use-profile';
import { example, ids } from './examples';
import { onProfile, onRestart, onStructure, serverQuery, membersQuery } from './servers-store';

const server = {
  serverId: ids.server,
  ownerId: 'owner',
  name: 'Tea club',
  description: null,
  iconId: null,
  categories: [],
  channels: [],
  roles: [{ roleId: ids.server, name: 'everyone', color: null, permissions: ['view-channel'] }],
  permissions: ['view-channel'],
} satisfies Server;
const answers = vi.hoisted(() => ({ server: {} as unknown }));

vi.mock('@/session/browser-session', () => ({
  session: { state: () => ({ status: 'signed-in', user: { userId: '0197b3a0-0000-7000-8000-000000000005' } }) },
  api: { call: () => Promise.resolve(answers.server) },
}));

let client: QueryClient;
beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient();
  onRestart(client);
  answers.server = server;
  client.setQueryData(queryKeys.members(ids.server), [
    { ...profileOfNew(ids.member, 'Grace'), nickname: null, roleIds: [], timedOutUntil: null },
  ]);
});

it('an answer that lags behind the socket still shows what the socket has told', async () => {
  onStructure(client, example('server.renamed', { name: 'Tea and cake' }));
  expect((await client.fetchQuery(serverQuery(ids.server))).name).toBe('Tea and cake');
});

it('somebody is shown as they are now in every list of members, however late an answer is', async () => {
  const later = { ...profileOfNew(ids.member, 'Countess'), statusText: 'at tea', revision: 2 };
  const shown = () => client.getQueryData(membersQuery(ids.server).queryKey)?.map(({ displayName }) => displayName);
  keepProfiles(client, [later]);
  onProfile(client, later);
  expect(shown()).toEqual(['Countess']);
  onProfile(client, { ...later, displayName: 'Ada', revision: 1 });
  expect(shown()).toEqual(['Countess']);

  const answered = { ...profileOfNew(ids.member, 'Grace'), nickname: 'G', roleIds: [], timedOutUntil: null };
  answers.server = { members: [answered] };
  const members = await client.fetchQuery({ ...membersQuery(ids.server), staleTime: 0 });
  expect(members).toEqual([{ ...answered, ...later }]);
  expect(client.getQueryData(profileQuery(ids.member).queryKey)).toEqual(later);
});

it('who may no longer see a channel loses it and what was said there at once; who may again gets it from the services', async () => {
  const channel = {
    channelId: ids.channel,
    name: 'lobby',
    topic: null,
    categoryId: null,
    slowModeSeconds: 0,
    overrides: [],
  };
  client.setQueryData(queryKeys.server(ids.server), { ...server, channels: [channel] });
  client.setQueryData(queryKeys.timeline(ids.channel), { messages: [], hasBefore: false });
  const close = { roleId: ids.server, allow: [], deny: ['view-channel'] };
  onStructure(client, example('channel.role-overridden', close));
  expect(client.getQueryData(serverQuery(ids.server).queryKey)?.channels).toEqual([]);
  expect(client.getQueryData(queryKeys.timeline(ids.channel))).toBeUndefined();

  answers.server = { ...server, channels: [channel] };
  onStructure(client, example('channel.role-overridden', { ...close, deny: [] }));
  const observed = client.getQueryCache().find({ queryKey: queryKeys.server(ids.server) });
  expect(observed?.state.isInvalidated).toBe(false);
  await vi.advanceTimersByTimeAsync(60);
  expect(observed?.state.isInvalidated).toBe(true);
  expect((await client.fetchQuery(serverQuery(ids.server))).channels).toEqual([channel]);
});

it('who is given a role that manages channels may do so at once', () => {
  client.setQueryData(queryKeys.server(ids.server), server);
  onStructure(client, example('role.created', { permissions: ['manage-channels'] }));
  onStructure(client, example('role.assigned'));
  expect(client.getQueryData(serverQuery(ids.server).queryKey)?.permissions).toContain('manage-channels');
  expect(client.getQueryData(membersQuery(ids.server).queryKey)?.[0]?.roleIds).toEqual([ids.role]);
});

const membership = (userId: string, displayName: string) => ({
  ...profileOfNew(userId, displayName),
  nickname: null,
  roleIds: [],
  timedOutUntil: null,
});
const shown = () => client.getQueryData(membersQuery(ids.server).queryKey);

it('what is told of who joined while their profile is on its way is applied to them', async () => {
  const [stays, goes] = [ids.actor, ids.category];
  answers.server = { users: [profileOfNew(stays, 'Ada'), profileOfNew(goes, 'Guest')] };
  onStructure(client, example('member.joined', { userId: stays }));
  onStructure(client, example('role.assigned', { userId: stays }));
  onStructure(client, example('member.joined', { userId: goes }));
  onStructure(client, example('member.left', { userId: goes }));
  await vi.advanceTimersByTimeAsync(20);
  expect(shown()?.map(({ displayName, roleIds }) => [displayName, roleIds])).toEqual([
    ['Grace', []],
    ['Ada', [ids.role]],
  ]);
});

it('what is told while the members are being fetched is among them', async () => {
  answers.server = { members: [membership(ids.member, 'Grace')] };
  const fetched = client.fetchQuery({ ...membersQuery(ids.server), staleTime: 0 });
  onStructure(client, example('member.joined', { userId: ids.actor }));
  await vi.advanceTimersByTimeAsync(5);
  // One waits for the profile of the one who joined.
  answers.server = { users: [profileOfNew(ids.actor, 'Ada')] };
  onStructure(client, example('member.nickname-changed', { userId: ids.member, nickname: 'Amazing' }));
  await vi.advanceTimersByTimeAsync(20);
  expect((await fetched).map(({ displayName, nickname }) => [displayName, nickname])).toEqual([
    ['Grace', 'Amazing'],
    ['Ada', null],
  ]);
});
