import { describe, expect, it } from 'vitest';
import type { Language } from '@/i18n/languages';
import { wordsOf } from '@/i18n/testing-words';
import { structureSchemas } from '@/realtime/structure-events';
import { AUDIT_TYPES, auditWords, namesIn, namesToldBy } from './audit-words';

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
const told = namesToldBy([
  { ...entryOf('role.edited'), data: { roleId: 'guard', name: 'Guards' } },
  { ...entryOf('role.created'), data: { roleId: 'guard', name: 'Guard' } },
]);
const words = (of: ReturnType<typeof entry>, language: Language = 'en') =>
  [
    auditWords(
      of,
      namesIn(server, (id) => id.toUpperCase(), told, wordsOf(language), language),
      wordsOf(language),
      (text) => text,
    ),
  ]
    .flat(9)
    .join('');
function entryOf(type: string) {
  return {
    number: 1,
    type: `webchat.${type}.v1`,
    actorId: 'ada',
    userId: null,
    at: '2026-05-20T12:00:00Z',
    reason: null,
  };
}
const entry = (type: string, data: Record<string, unknown> | null, userId: string | null = null) => ({
  ...entryOf(type),
  userId,
  data,
});

describe('an entry of the audit log', () => {
  it('says what was done to whom and what', () => {
    expect(words(entry('member.banned', { userId: 'eve' }, 'eve'))).toBe('ADA banned EVE');
    expect(words(entry('role.assigned', { userId: 'bo', roleId: 'crew' }, 'bo'))).toBe(
      'ADA gave BO the role “Flight crew”',
    );
    expect(words(entry('channel.role-overridden', { channelId: 'fuel', roleId: 's' }))).toBe(
      'ADA changed what everyone may do in #fuel',
    );
    expect(words(entry('channel.created', { channelId: 'x', name: 'moon' }))).toBe('ADA created the channel #moon');
  });

  it('says to what something was set', () => {
    const until = '2026-05-20T12:10:00Z';
    expect(words(entry('member.timed-out', { userId: 'eve', until }, 'eve'))).toBe('ADA timed out EVE for 10 minutes');
    expect(words(entry('channel.slow-mode-changed', { channelId: 'fuel', seconds: 30 }))).toBe(
      'ADA set the slow mode of #fuel: 30 seconds',
    );
    expect(words(entry('channel.slow-mode-changed', { channelId: 'fuel', seconds: 0 }))).toContain(': off');
    expect(words(entry('member.nickname-changed', { userId: 'bo', nickname: 'Bob' }, 'bo'))).toBe(
      'ADA changed the nickname of BO to “Bob”',
    );
    expect(words(entry('member.nickname-changed', { userId: 'bo' }, 'bo'))).toContain('to their own name');
    expect(words(entry('member.timed-out', null, 'eve'))).toBe('ADA timed out EVE for …');
  });

  it('calls what is gone by the name that it had last', () => {
    expect(words(entry('role.deleted', { roleId: 'guard' }))).toBe('ADA deleted the role “Guards”');
    expect(words(entry('role.deleted', { roleId: 'nobody knows' }))).toBe('ADA deleted a role');
    expect(words(entry('role.assigned', { userId: 'bo', roleId: 'guard' }, 'bo'))).toBe(
      'ADA gave BO the role “Guards”',
    );
  });

  it('says it in German too', () => {
    expect(words(entry('role.assigned', { userId: 'bo', roleId: 'crew' }, 'bo'), 'de')).toBe(
      'ADA hat BO die Rolle „Flight crew“ gegeben',
    );
  });

  it('says as much as the reader may know', () => {
    expect(words(entry('channel.topic-changed', null))).toContain('not yours to see');
    expect(words(entry('member.kicked', null, 'bo'))).toBe('ADA kicked BO');
    expect(words(entry('role.edited', { roleId: 'gone' }))).toBe('ADA changed the role that is gone');
  });

  it('of a kind that is not known yet is shown all the same', () => {
    expect(words(entry('server.folded', {}))).toBe('ADA did something (webchat.server.folded.v1)');
  });

  it('has words for every event of a server', () => {
    const events = Object.keys(structureSchemas).filter(
      (type) => !type.includes('.conversation.') && !/explained|server\.deleted/.test(type),
    );
    expect([...AUDIT_TYPES].sort()).toEqual(events.toSorted());
  });
});
