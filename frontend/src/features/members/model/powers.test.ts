import { expect, it } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { powersOver } from './powers';

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
  expect(powersOver(server, mod, other)).toMatchObject({
    nickname: true,
    kick: true,
    ban: true,
    timeOut: false,
    transfer: false,
  });
  expect(powersOver(server, mod, other).roles.map(({ roleId }) => roleId)).toEqual(['staff']);
  expect(powersOver(server, mod, member('another', 'mod'))).toMatchObject({ nickname: false, kick: false, roles: [] });
  expect(powersOver(server, mod, owner)).toMatchObject({ kick: false, ban: false, roles: [] });
  expect(powersOver(server, other, mod)).toMatchObject({ nickname: false, kick: false, roles: [] });
  expect(powersOver(server, undefined, mod).nickname).toBe(false);
});

it('the owner has them all; over oneself one has the nickname, and the roles below one’s own', () => {
  expect(powersOver(server, owner, mod)).toMatchObject({ kick: true, ban: true, timeOut: true, transfer: true });
  expect(powersOver(server, owner, mod).roles).toHaveLength(3);
  expect(powersOver(server, owner, owner)).toMatchObject({ nickname: true, kick: false, ban: false, transfer: false });
  expect(powersOver(server, mod, mod)).toMatchObject({ nickname: true, kick: false });
  expect(powersOver(server, mod, mod).roles.map(({ roleId }) => roleId)).toEqual(['staff']);
});

it('nobody governs a conversation, not even who began it', () => {
  const group = { ...server, kind: 'group', roles: [] };
  expect(powersOver(group, owner, mod)).toEqual({
    nickname: false,
    roles: [],
    timeOut: false,
    kick: false,
    ban: false,
    transfer: false,
  });
});
