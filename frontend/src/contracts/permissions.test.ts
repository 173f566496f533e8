import { describe, expect, it } from 'vitest';
import { isPrivate, may, outranks, permissionsIn, permissionsOf, PERMISSIONS, rolesOf } from './permissions';
import type { Channel, Override } from './server';

const role = (roleId: string, permissions: string[] = []) => ({ roleId, name: roleId, color: null, permissions });
const server = {
  serverId: 's',
  ownerId: 'owner',
  roles: [
    role('admin', ['administrator']),
    role('mod', ['kick-members']),
    role('staff'),
    role('s', ['view-channel', 'send-messages']),
  ],
};
const somebody = (...roleIds: string[]) => ({ userId: 'u', roleIds });
const channel = (...overrides: Override[]): Channel => ({
  channelId: 'c',
  name: 'c',
  topic: null,
  categoryId: null,
  slowModeSeconds: 0,
  overrides,
});
const forRole = (id: string, allow: string[], deny: string[]): Override => ({ target: 'role', id, allow, deny });
const forMember = (id: string, allow: string[], deny: string[]): Override => ({ target: 'member', id, allow, deny });
const hidden = forRole('s', [], ['view-channel']);

describe('permissions', () => {
  it('are the same for all in a direct conversation, whoever began it', () => {
    const conversation = { ...server, kind: 'pair', roles: [] };
    const both = ['owner', 'other'].map((userId) => permissionsIn(conversation, channel(), { userId, roleIds: [] }));
    expect(both[0]).toEqual(both[1]);
    expect(may(both[0], 'send-messages')).toBe(true);
    expect(may(both[0], 'manage-messages')).toBe(false);
  });

  it('are those of everyone and of the roles; the owner and administrators have all', () => {
    expect(permissionsOf(server, somebody('mod'))).toEqual(['kick-members', 'view-channel', 'send-messages']);
    expect(permissionsOf(server, somebody('admin'))).toEqual(PERMISSIONS);
    expect(permissionsOf(server, { userId: 'owner', roleIds: [] })).toEqual(PERMISSIONS);
    expect(permissionsOf(server, somebody('gone'))).toEqual(['view-channel', 'send-messages']);
    expect(may(undefined, 'view-channel')).toBe(false);
  });

  it('are changed in a channel: for everyone, then for the roles together, then for the member', () => {
    const of = (overrides: Override[], ...roleIds: string[]) =>
      permissionsIn(server, channel(...overrides), somebody(...roleIds));
    expect(of([hidden])).toEqual([]);
    expect(of([hidden, forRole('staff', ['view-channel'], [])], 'staff')).toContain('send-messages');
    expect(
      of([forRole('staff', [], ['send-messages']), forRole('mod', ['send-messages'], [])], 'staff', 'mod'),
    ).toContain('send-messages');
    expect(of([forRole('staff', ['pin-messages'], []), forMember('u', [], ['pin-messages'])], 'staff')).not.toContain(
      'pin-messages',
    );
    expect(of([hidden, forMember('u', ['view-channel'], [])])).toContain('view-channel');
    expect(of([hidden], 'admin')).toEqual(PERMISSIONS);
  });

  it('tell a private channel', () => {
    expect(isPrivate(channel(hidden), 's')).toBe(true);
    expect(isPrivate(channel(forRole('staff', [], ['view-channel'])), 's')).toBe(false);
  });
});

describe('a rank', () => {
  it('is that of the highest role; nobody acts on an equal, and nobody on the owner', () => {
    expect(rolesOf(server, somebody('staff', 'mod')).map(({ roleId }) => roleId)).toEqual(['mod', 'staff', 's']);
    expect(outranks(server, somebody('mod'), somebody('staff'))).toBe(true);
    expect(outranks(server, somebody('mod'), somebody('mod'))).toBe(false);
    expect(outranks(server, somebody('mod'), role('staff'))).toBe(true);
    expect(outranks(server, somebody('mod'), role('s'))).toBe(true);
    expect(outranks(server, somebody('mod'), role('admin'))).toBe(false);
    expect(outranks(server, somebody('admin'), { userId: 'owner', roleIds: [] })).toBe(false);
    expect(outranks(server, { userId: 'owner', roleIds: [] }, somebody('admin'))).toBe(true);
  });
});
