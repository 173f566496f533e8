import { describe, expect, it } from 'vitest';
import { applyChannelCreated, byName, withMember } from './server-events';

const at = '2026-01-31T12:00:00.000Z';
const server = {
  serverId: 's',
  name: 'Rocket club',
  ownerId: 'ada',
  memberCount: 1,
  channels: [{ channelId: 'c1', name: 'general' }],
};
const created = (channelId: string, name: string) => ({ serverId: 's', channelId, name, createdBy: 'ada', at });
const profile = (userId: string, displayName = userId) => ({ userId, username: userId, displayName });

describe('a server', () => {
  it('gains a channel once, however often it is told', () => {
    const once = applyChannelCreated(server, created('c2', 'random'));
    expect(once.channels.map(({ name }) => name)).toEqual(['general', 'random']);
    expect(applyChannelCreated(once, created('c2', 'random'))).toBe(once);
    expect(applyChannelCreated(server, created('c1', 'general'))).toBe(server);
  });

  it('gains a member once', () => {
    const members = withMember([profile('ada')], profile('grace'));
    expect(members.map(({ userId }) => userId)).toEqual(['ada', 'grace']);
    expect(withMember(members, profile('ada'))).toBe(members);
  });

  it('lists its members as people read names', () => {
    const names = byName(
      [profile('1', 'Émile'), profile('2', 'zoe'), profile('3', 'Eve 10'), profile('4', 'eve 9')],
      'en',
    );
    expect(names.map(({ displayName }) => displayName)).toEqual(['Émile', 'eve 9', 'Eve 10', 'zoe']);
  });
});
