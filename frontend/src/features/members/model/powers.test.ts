import { expect, it } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { powersOver } from './powers';

const NOW = Date.parse('2026-01-31T12:00:00Z');

const role = (roleId: string, permissions: string[] = []) => ({ roleId, name: roleId, color: null, permissions });
const server = {
  serverId: 's',
  ownerId: 'owner',
  name: 'Tea club',
  description: null,
  iconId: null,
  categories: [],
  channels: [],
  roles: [
    role('lead', ['manage-roles']),
    role('mod', ['kick-members', 'ban-members', 'manage-roles']),
    role('staff'),
    role('s'),
  ],
  permissions: [],
};
const member = (userId: string, ...roleIds: string[]) => ({
  ...profileOfNew(userId),
  nickname: null,
  roleIds,
  timedOutUntil: null,
});
const [owner, mod, other] = [member('owner'), member('mod', 'mod'), member('other')];

it('are those of one’s permissions, over those who stand below', () => {
  expect(powersOver(server, mod, other, NOW)).toMatchObject({
    nickname: true,
    kick: true,
    ban: true,
    timeOut: false,
    transfer: false,
  });
  expect(powersOver(server, mod, other, NOW).roles.map(({ roleId }) => roleId)).toEqual(['staff']);
  expect(powersOver(server, mod, member('another', 'mod'), NOW)).toMatchObject({
    nickname: false,
    kick: false,
    roles: [],
  });
  expect(powersOver(server, mod, owner, NOW)).toMatchObject({ kick: false, ban: false, roles: [] });
  expect(powersOver(server, other, mod, NOW)).toMatchObject({ nickname: false, kick: false, roles: [] });
  expect(powersOver(server, undefined, mod, NOW).nickname).toBe(false);
});

it('the owner has them all; over oneself one has the nickname, and the roles below one’s own', () => {
  expect(powersOver(server, owner, mod, NOW)).toMatchObject({ kick: true, ban: true, timeOut: true, transfer: true });
  expect(powersOver(server, owner, mod, NOW).roles).toHaveLength(3);
  expect(powersOver(server, owner, owner, NOW)).toMatchObject({
    nickname: true,
    kick: false,
    ban: false,
    transfer: false,
  });
  expect(powersOver(server, mod, mod, NOW)).toMatchObject({ nickname: true, kick: false });
  expect(powersOver(server, mod, mod, NOW).roles.map(({ roleId }) => roleId)).toEqual(['staff']);
});

it('nobody governs a conversation, not even who began it', () => {
  const group = { ...server, kind: 'group', roles: [] };
  expect(powersOver(group, owner, mod, NOW)).toEqual({
    nickname: false,
    roles: [],
    timeOut: false,
    kick: false,
    ban: false,
    transfer: false,
  });
});

it('are none while one is timed out, unless one is an administrator', () => {
  const silent = { ...mod, timedOutUntil: '2026-01-31T12:01:00Z' };
  expect(powersOver(server, silent, silent, NOW).nickname).toBe(false);
  expect(powersOver(server, silent, other, NOW).kick).toBe(false);
  expect(powersOver(server, silent, silent, NOW + 60_000).nickname).toBe(true);
  expect(powersOver(server, { ...silent, userId: 'owner' }, other, NOW).kick).toBe(true);
});
