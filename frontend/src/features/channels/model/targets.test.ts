import { describe, expect, it } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import type { Override } from '@/contracts/server';
import { wordsOf } from '@/i18n/testing-words';
import { effectOf, targetsOf } from './targets';

const channel = (...overrides: Override[]) => ({
  channelId: 'fuel',
  name: 'fuel',
  topic: null,
  categoryId: null,
  slowModeSeconds: 0,
  overrides,
});
const server = {
  serverId: 's',
  name: 'Rocket club',
  ownerId: 'ada',
  description: null,
  iconId: null,
  categories: [],
  channels: [],
  roles: [
    { roleId: 'crew', name: 'Crew', color: '#ff0000', permissions: ['manage-messages'] },
    { roleId: 's', name: '', color: null, permissions: ['view-channel', 'send-messages'] },
  ],
  permissions: [],
};
const bo = { ...profileOfNew('bo', 'Bo'), nickname: null, roleIds: ['crew'], timedOutUntil: null };
const deny = (target: 'role' | 'member', id: string, ...permissions: string[]): Override => ({
  target,
  id,
  allow: [],
  deny: permissions,
});

describe('those of whom a channel speaks', () => {
  it('are everyone, the roles from the highest, and members of their own', () => {
    const targets = targetsOf(server, channel(deny('member', 'bo', 'send-messages')), [bo], ['gone'], wordsOf());
    expect(targets.map(({ name, isChanged }) => [name, isChanged])).toEqual([
      ['Everyone', false],
      ['Crew', false],
      ['Bo', true],
      ['Somebody who left', false],
    ]);
  });

  it('are each listed once', () => {
    expect(targetsOf(server, channel(deny('member', 'bo', 'send-messages')), [bo], ['bo'], wordsOf())).toHaveLength(3);
  });
});

describe('what comes out of it', () => {
  it('is told for somebody with only this role', () => {
    const closed = channel(deny('role', 's', 'send-messages'));
    expect(effectOf(server, closed, { target: 'role', id: 's' }, undefined)).toEqual(['view-channel']);
    const opened = channel(deny('role', 's', 'send-messages'), {
      target: 'role',
      id: 'crew',
      allow: ['send-messages'],
      deny: [],
    });
    expect(effectOf(server, opened, { target: 'role', id: 'crew' }, undefined).toSorted()).toEqual([
      'manage-messages',
      'send-messages',
      'view-channel',
    ]);
  });

  it('is told for a member with all that they have', () => {
    const silent = channel(deny('member', 'bo', 'send-messages'));
    expect(effectOf(server, silent, { target: 'member', id: 'bo' }, bo).toSorted()).toEqual([
      'manage-messages',
      'view-channel',
    ]);
    const blind = channel(deny('member', 'bo', 'view-channel'));
    expect(effectOf(server, blind, { target: 'member', id: 'bo' }, bo)).toEqual([]);
  });
});
