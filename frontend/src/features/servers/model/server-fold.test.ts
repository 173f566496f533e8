import { describe, expect, it } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import type { Server } from '@/contracts/server';
import { example, ids, structureNames } from './examples';
import { applyToServer, applyToServers, asSeenBy } from './server-fold';
import { changesOrder } from './sight';

const channel = (channelId: string, name: string, categoryId: string | null = null) => ({
  channelId,
  name,
  topic: null,
  categoryId,
  slowModeSeconds: 0,
  overrides: [],
});
const server: Server = {
  serverId: ids.server,
  name: 'Tea club',
  description: null,
  iconId: null,
  ownerId: 'owner',
  categories: [
    { categoryId: ids.category, name: 'Work' },
    { categoryId: ids.otherCategory, name: 'Play' },
  ],
  channels: [
    channel(ids.channel, 'lobby'),
    channel('c3', 'tea', ids.category),
    channel(ids.otherChannel, 'fuel', ids.category),
  ],
  roles: [
    { roleId: ids.otherRole, name: 'Pilots', color: null, permissions: [] },
    { roleId: ids.role, name: 'Staff', color: null, permissions: ['manage-channels'] },
    { roleId: ids.server, name: 'everyone', color: null, permissions: ['view-channel', 'send-messages'] },
  ],
  permissions: [],
};
const after = (name: string, data?: Record<string, unknown>) => applyToServer(server, example(name, data));
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
const member = {
  ...profileOfNew(ids.member, 'M'),
  nickname: null,
  roleIds: [ids.role],
  timedOutUntil: null,
};

describe('a server', () => {
  it.each(structureNames)('of %s a second time stays as it is', (name) => {
    const event = example(name);
    const once = applyToServer(server, event);
    expect(applyToServer(once, event)).toEqual(once);
    expect(applyToServer({ ...server, serverId: 'another' }, event)).toEqual({ ...server, serverId: 'another' });
  });

  it('is renamed, described, given an icon and handed over', () => {
    expect(after('server.renamed').name).toBe('Rocket club');
    expect(after('server.described').description).toBe('We build rockets.');
    expect(after('server.described', { description: '' }).description).toBeNull();
    expect(after('server.icon-changed').iconId).toMatch(/9$/);
    expect(
      applyToServer(after('server.icon-changed'), example('server.icon-changed', { iconId: undefined })).iconId,
    ).toBeNull();
    expect(after('server.ownership-transferred').ownerId).toBe(ids.actor);
  });

  it('has categories in their order', () => {
    expect(names(after('category.created', { categoryId: 'new' }).categories)).toEqual(['Work', 'Play', 'Engineering']);
    expect(names(after('category.renamed').categories)).toEqual(['Engineering', 'Play']);
    expect(names(after('category.moved').categories)).toEqual(['Play', 'Work']);
    const toTop = { categoryId: ids.otherCategory, after: undefined };
    expect(names(after('category.moved', toTop).categories)).toEqual(['Play', 'Work']);
  });

  it('puts the channels of a category that is gone after those above all', () => {
    const { categories, channels } = after('category.deleted');
    expect(names(categories)).toEqual(['Play']);
    expect(channels.map(({ name, categoryId }) => [name, categoryId])).toEqual([
      ['lobby', null],
      ['tea', null],
      ['fuel', null],
    ]);
  });

  it('gains, changes and loses channels', () => {
    const created = { channelId: 'new', name: 'news', topic: 'What is new', categoryId: ids.category };
    expect(after('channel.created', created).channels.at(-1)).toMatchObject({ ...created, overrides: [] });
    expect(after('channel.renamed').channels[0]?.name).toBe('launch-pad');
    expect(after('channel.topic-changed').channels[0]?.topic).toBe('Engines, fuel and weather');
    expect(after('channel.slow-mode-changed').channels[0]?.slowModeSeconds).toBe(30);
    expect(names(after('channel.deleted').channels)).toEqual(['tea', 'fuel']);
  });

  it('moves a channel behind another one, to the top of a category, and above all', () => {
    const moved = after('channel.moved').channels;
    expect(names(moved)).toEqual(['tea', 'fuel', 'lobby']);
    expect(moved.at(-1)?.categoryId).toBe(ids.category);
    expect(names(after('channel.moved', { after: undefined }).channels)).toEqual(['lobby', 'tea', 'fuel']);
    const above = { channelId: ids.otherChannel, categoryId: undefined, after: ids.channel };
    expect(names(after('channel.moved', above).channels)).toEqual(['lobby', 'fuel', 'tea']);
  });

  it('closes a private channel to everybody but its maker', () => {
    const channels = after('channel.created', { channelId: 'new', isPrivate: true, createdBy: 'ada' }).channels;
    expect(channels.at(-1)?.overrides).toEqual([
      { target: 'role', id: ids.server, allow: [], deny: ['view-channel'] },
      { target: 'member', id: 'ada', allow: ['view-channel'], deny: [] },
    ]);
  });

  it('replaces what a channel changes, and ends it when nothing is left or its subject is gone', () => {
    const overridden = after('channel.role-overridden');
    expect(overridden.channels[0]?.overrides).toEqual([
      { target: 'role', id: ids.role, allow: ['view-channel'], deny: ['send-messages'] },
    ]);
    const ended = example('channel.role-overridden', { allow: [], deny: [] });
    expect(applyToServer(overridden, ended).channels[0]?.overrides).toEqual([]);
    expect(applyToServer(overridden, example('role.deleted')).channels[0]?.overrides).toEqual([]);
  });

  it('keeps what a channel denies a member who goes, and ends what it allows them', () => {
    const gone = ['member.left', 'member.kicked', 'member.banned'].map((name) => example(name));
    const denied = { target: 'member', id: ids.member, allow: [], deny: ['add-reactions'] };
    const mixed = after('channel.member-overridden', { allow: ['view-channel'], deny: ['add-reactions'] });
    const allowed = after('channel.member-overridden', { allow: ['view-channel'], deny: [] });
    for (const event of gone) {
      expect(applyToServer(mixed, event).channels[0]?.overrides).toEqual([denied]);
      expect(applyToServer(allowed, event).channels[0]?.overrides).toEqual([]);
    }
  });

  it('has roles in their order, that of everyone the last', () => {
    const created = after('role.created', { roleId: 'new', color: undefined });
    expect(names(created.roles)).toEqual(['Pilots', 'Staff', 'Moderators', 'everyone']);
    expect(created.roles[2]?.color).toBeNull();
    expect(after('role.edited').roles[1]).toMatchObject({ name: 'Moderators', color: '#3b82f6' });
    expect(names(after('role.reordered').roles)).toEqual(['Staff', 'Pilots', 'everyone']);
    expect(names(after('role.deleted').roles)).toEqual(['Pilots', 'everyone']);
  });

  it('loses what a member may no longer see, at once', () => {
    const staffOnly = after('channel.role-overridden', { roleId: ids.server, allow: [], deny: ['view-channel'] });
    expect(names(asSeenBy(staffOnly, member).channels)).toEqual(['tea', 'fuel']);
    expect(asSeenBy(server, member).permissions).toEqual(['manage-channels', 'view-channel', 'send-messages']);
    expect(asSeenBy(staffOnly, { ...member, userId: 'owner' }).channels).toHaveLength(3);
    expect(asSeenBy(staffOnly, undefined)).toBe(staffOnly);
  });
});

describe('the list of servers', () => {
  const list = [
    { serverId: 'a', name: 'Music', iconId: null, ownerId: 'x' },
    { serverId: ids.server, name: 'Tea club', iconId: null, ownerId: 'x' },
    { serverId: 'z', name: 'Zoo', iconId: null, ownerId: 'x' },
  ];
  const of = (name: string, data?: Record<string, unknown>) => names(applyToServers(list, example(name, data)));

  it('follows new names in their order, and loses what is deleted', () => {
    expect(of('server.renamed', { name: 'aardvarks' })).toEqual(['aardvarks', 'Music', 'Zoo']);
    expect(of('server.deleted')).toEqual(['Music', 'Zoo']);
    expect(applyToServers(list, example('server.ownership-transferred'))[1]?.ownerId).toBe(ids.actor);
    expect(applyToServers(list, example('server.icon-changed'))[1]?.iconId).toMatch(/9$/);
  });
});

it('an order is never applied twice', () => {
  expect(structureNames.filter((name) => changesOrder(example(name)))).toEqual(['category.moved', 'channel.moved']);
});
