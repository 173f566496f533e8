import { describe, expect, it } from 'vitest';
import { structureSchemas } from '@/realtime/structure-events';
import { AUDIT_TYPES, auditWords, namesIn } from './audit-words';

const server = {
  serverId: 's',
  name: 'Rocket club',
  ownerId: 'ada',
  description: null,
  iconId: null,
  categories: [{ categoryId: 'eng', name: 'Engineering' }],
  channels: [{ channelId: 'fuel', name: 'fuel', topic: null, categoryId: null, slowModeSeconds: 0, overrides: [] }],
  roles: [
    { roleId: 'crew', name: 'Flight crew', color: null, permissions: [] },
    { roleId: 's', name: '', color: null, permissions: [] },
  ],
  permissions: [],
};
const names = namesIn(server, (userId) => userId.toUpperCase());
const entry = (type: string, data: Record<string, unknown> | null, userId: string | null = null) => ({
  number: 1,
  type: `webchat.${type}.v1`,
  actorId: 'ada',
  userId,
  at: '2026-05-20T12:00:00Z',
  reason: null,
  data,
});

describe('an entry of the audit log', () => {
  it('says what was done to whom and what', () => {
    expect(auditWords(entry('member.banned', { userId: 'eve' }, 'eve'), names)).toBe('banned EVE');
    expect(auditWords(entry('role.assigned', { userId: 'bo', roleId: 'crew' }, 'bo'), names)).toBe(
      'gave BO the role “Flight crew”',
    );
    expect(auditWords(entry('channel.role-overridden', { channelId: 'fuel', roleId: 's' }), names)).toBe(
      'changed what everyone may do in #fuel',
    );
    expect(auditWords(entry('channel.created', { channelId: 'x', name: 'moon' }), names)).toBe(
      'created the channel #moon',
    );
  });

  it('says as much as the reader may know', () => {
    expect(auditWords(entry('channel.topic-changed', null), names)).toContain('not yours to see');
    expect(auditWords(entry('member.kicked', null, 'bo'), names)).toBe('kicked BO');
    expect(auditWords(entry('role.edited', { roleId: 'gone' }), names)).toBe('changed the role that is gone');
  });

  it('of a kind that is not known yet is shown all the same', () => {
    expect(auditWords(entry('server.folded', {}), names)).toBe('did something (webchat.server.folded.v1)');
  });

  it('has words for every event of a server', () => {
    const events = Object.keys(structureSchemas).filter(
      (type) => !type.includes('.conversation.') && !/explained|server\.deleted/.test(type),
    );
    expect(AUDIT_TYPES.map(({ type }) => type).toSorted()).toEqual(events.toSorted());
  });
});
