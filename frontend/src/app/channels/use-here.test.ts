import { expect, it, vi } from 'vitest';
import { may, permissionsIn } from '@/contracts/permissions';
import { profileOfNew } from '@/contracts/profile-testing';
import type { Channel, Override, Server } from '@/contracts/server';
import { isViewOver, seenAs } from './use-here';

vi.mock('@/session/browser-session', () => ({ api: {}, session: {} }));

const channel = (channelId: string, ...overrides: Override[]): Channel => ({
  channelId,
  name: channelId,
  topic: null,
  categoryId: null,
  slowModeSeconds: 0,
  overrides,
});
const role = (roleId: string, ...permissions: string[]) => ({ roleId, name: roleId, color: null, permissions });
const hidden: Override = { target: 'role', id: 's', allow: [], deny: ['view-channel'] };
const letIn = (target: Override['target'], id: string): Override => ({ target, id, allow: ['view-channel'], deny: [] });

const server: Server = {
  serverId: 's',
  name: 'Tea club',
  description: null,
  iconId: null,
  ownerId: 'owner',
  categories: [],
  channels: [
    channel('lobby'),
    channel('crew-only', hidden, letIn('role', 'crew')),
    channel('mine', hidden, letIn('member', 'owner')),
  ],
  roles: [role('crew', 'pin-messages'), role('guests'), role('s', 'view-channel', 'send-messages')],
  permissions: ['view-channel', 'manage-roles'],
};
const owner = { ...profileOfNew('owner'), nickname: null, roleIds: ['crew'], timedOutUntil: '2030-01-01T00:00:00Z' };
const namesOf = (seen: Server | undefined) => seen?.channels.map(({ name }) => name);

it('a server is seen as oneself, unless one looks at it as a role that there is', () => {
  for (const roleId of [null, 'deleted']) {
    expect(seenAs(roleId, server, owner)).toEqual({ server, me: owner, viewedRole: null });
  }
  expect(seenAs('guests', undefined, owner).viewedRole).toBeNull();
  expect(seenAs('guests', server, undefined)).toEqual({ server, me: undefined, viewedRole: null });
});

it('who looks as a role sees what it lets one see, and neither what they own nor what they are let in to', () => {
  const crew = seenAs('crew', server, owner);
  expect(namesOf(crew.server)).toEqual(['lobby', 'crew-only']);
  expect(crew.server?.permissions.toSorted()).toEqual(['pin-messages', 'send-messages', 'view-channel']);
  expect(crew.me).toMatchObject({ userId: '', roleIds: ['crew'], timedOutUntil: null });
  expect(crew.viewedRole?.roleId).toBe('crew');

  const guest = seenAs('guests', server, owner);
  expect(namesOf(guest.server)).toEqual(['lobby']);
  expect(guest.me && may(permissionsIn(server, channel('lobby'), guest.me), 'pin-messages')).toBe(false);

  expect(seenAs('s', server, owner).me?.roleIds).toEqual([]);
});

it('who manages no roles sees a server as themselves', () => {
  const plain = { ...server, permissions: ['view-channel'] };
  expect(seenAs('crew', plain, owner)).toEqual({ server: plain, me: owner, viewedRole: null });
});

it('looking as a role is over when there is no such role, no such member, or no such server any more', () => {
  const { viewedRole } = seenAs('crew', server, owner);
  const here = { server, members: [owner], error: null };
  expect(isViewOver({ ...here, viewedRole })).toBe(false);
  expect(isViewOver({ ...here, viewedRole: seenAs('deleted', server, owner).viewedRole })).toBe(true);
  expect(isViewOver({ ...here, members: [], viewedRole: seenAs('crew', server, undefined).viewedRole })).toBe(true);

  const gone = { viewedRole: seenAs('crew', undefined, undefined).viewedRole, server: undefined, members: undefined };
  expect(isViewOver({ ...gone, error: null })).toBe(false);
  expect(isViewOver({ ...gone, error: new Error('no such server') })).toBe(true);
  expect(isViewOver({ ...gone, server, error: null })).toBe(false);
});
