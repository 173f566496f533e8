import { expect, it } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { found, groupsOf, type MemberGroup } from './groups';

const role = (roleId: string) => ({ roleId, name: roleId, color: null, permissions: [] });
const server = {
  serverId: 's',
  ownerId: 'x',
  name: 'Tea club',
  description: null,
  iconId: null,
  categories: [],
  channels: [],
  roles: [role('lead'), role('staff'), role('s')],
  permissions: [],
};
const member = (userId: string, nickname: string | null, ...roleIds: string[]) => ({
  ...profileOfNew(userId),
  nickname,
  roleIds,
  timedOutUntil: null,
});
const named = (group: MemberGroup) => [group.role?.name, group.members.map(({ userId }) => userId)];
const members = [member('zoe', 'Abe', 'staff'), member('bob', null, 'staff', 'gone'), member('eve', null)];

it('members stand under their highest roles, by the names that they have here; empty roles are left out', () => {
  expect(groupsOf(server, members, null, 'en').map(named)).toEqual([
    ['staff', ['zoe', 'bob']],
    ['s', ['eve']],
  ]);
});

it('who is offline stands below, whatever their role', () => {
  const isThere = (userId: string) => userId === 'bob';
  expect(groupsOf(server, members, isThere, 'en').map(named)).toEqual([
    ['staff', ['bob']],
    [undefined, ['zoe', 'eve']],
  ]);
});

it('members are found by each of their names', () => {
  expect(found(members, ' ABE ').map(({ userId }) => userId)).toEqual(['zoe']);
  expect(found(members, 'zo').map(({ userId }) => userId)).toEqual(['zoe']);
  expect(found(members, '')).toBe(members);
  expect(found(members, 'nobody')).toEqual([]);
});

it('who talks in a conversation, which has no roles, stands together', () => {
  const groups = groupsOf({ ...server, kind: 'group', roles: [] }, members, null, 'en');
  expect(groups.map((group) => group.members.map(({ userId }) => userId))).toEqual([['zoe', 'bob', 'eve']]);
  expect(groupsOf({ ...server, roles: [] }, [], null, 'en')).toEqual([]);
});
