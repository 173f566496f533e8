import type { ReactNode } from 'react';
import type { Server } from '@/contracts/server';
import { durationWords } from '@/i18n/duration-words';
import type { Translate } from '@/i18n/translate';
import type { EventType } from '@/realtime/events';
import type { AuditEntry } from '../api/fetch-audit-log';

/** What ids are called. */
export interface Names {
  person(userId: string): string;
  channel(channelId: string): string;
  category(categoryId: string): string;
  role(roleId: string): string;
  quoted(text: string): string;
  /** Whether it is known what something that is gone was called. */
  isKnown(id: string): boolean;
  duration(seconds: number): string;
}

type KindOf<Type extends string> = Type extends `webchat.${infer Subject}.${infer What}.v1`
  ? `${Subject}-${What}`
  : never;

export const AUDIT_TYPES = [
  'webchat.server.created.v1',
  'webchat.server.renamed.v1',
  'webchat.server.described.v1',
  'webchat.server.icon-changed.v1',
  'webchat.server.ownership-transferred.v1',
  'webchat.category.created.v1',
  'webchat.category.renamed.v1',
  'webchat.category.moved.v1',
  'webchat.category.deleted.v1',
  'webchat.channel.created.v1',
  'webchat.channel.renamed.v1',
  'webchat.channel.topic-changed.v1',
  'webchat.channel.moved.v1',
  'webchat.channel.slow-mode-changed.v1',
  'webchat.channel.role-overridden.v1',
  'webchat.channel.member-overridden.v1',
  'webchat.channel.deleted.v1',
  'webchat.role.created.v1',
  'webchat.role.edited.v1',
  'webchat.role.reordered.v1',
  'webchat.role.deleted.v1',
  'webchat.role.assigned.v1',
  'webchat.role.withdrawn.v1',
  'webchat.member.joined.v1',
  'webchat.member.left.v1',
  'webchat.member.nickname-changed.v1',
  'webchat.member.kicked.v1',
  'webchat.member.banned.v1',
  'webchat.member.unbanned.v1',
  'webchat.member.timed-out.v1',
  'webchat.member.time-out-lifted.v1',
  'webchat.invite.created.v1',
  'webchat.invite.revoked.v1',
] as const satisfies readonly (EventType & `webchat.${string}.${string}.v1`)[];

type AuditType = (typeof AUDIT_TYPES)[number];

/** What a type is called in the catalogue: `role-assigned` for `webchat.role.assigned.v1`. */
export function kindOf<Type extends AuditType>(type: Type): KindOf<Type> {
  return type.replace(/^webchat\.|\.v1$/g, '').replace('.', '-') as KindOf<Type>;
}

function isKnown(type: string): type is AuditType {
  return AUDIT_TYPES.some((known) => known === type);
}

/** The data of an event; what there is none of, or what the reader may not see, is `undefined`. */
type Data = Readonly<Record<string, unknown>>;

/** What somebody did, in a sentence. */
export function auditWords(
  { type, actorId, data, userId, at }: AuditEntry,
  names: Names,
  t: Translate,
  b: (words: ReactNode) => ReactNode,
): ReactNode {
  const actor = names.person(actorId);
  // A later version may know more of them.
  if (!isKnown(type)) return t.rich('audit.unknown', { actor, type, b });
  // Whom it was done to is told also where the rest is not for the reader.
  const known: Data = { ...(userId !== null && { userId }), ...data };
  const name = known['name'];
  return t.rich(`auditSentences.${kindOf(type)}`, {
    actor,
    b,
    name: typeof name === 'string' ? names.quoted(name) : '…',
    plain: typeof name === 'string' ? name : '…',
    person: names.person(id(known, type === 'webchat.server.ownership-transferred.v1' ? 'ownerId' : 'userId')),
    channel: names.channel(id(known, 'channelId')),
    category: names.category(id(known, 'categoryId')),
    role: names.role(id(known, 'roleId')),
    known: ['roleId', 'categoryId', 'channelId'].some((field) => names.isKnown(id(known, field))) ? 'yes' : 'no',
    length: lengthOf(known, at, names),
    pause: pauseOf(known, names, t),
    nickname: nicknameOf(known, names, t),
  });
}

/** For how long somebody is timed out. */
function lengthOf({ until }: Data, at: string, names: Names): string {
  const seconds = typeof until === 'string' ? Math.round((Date.parse(until) - Date.parse(at)) / 1000) : NaN;
  return seconds > 0 ? names.duration(seconds) : '…';
}

function pauseOf({ seconds }: Data, names: Names, t: Translate): string {
  if (typeof seconds !== 'number') return '…';
  return seconds === 0 ? t('audit.off') : names.duration(seconds);
}

function nicknameOf({ nickname }: Data, names: Names, t: Translate): string {
  return typeof nickname === 'string' && nickname !== '' ? names.quoted(nickname) : t('audit.ownName');
}

/** What things are called, or were when they were last named, by the entries from the newest on: also what is gone since. */
export function namesToldBy(entries: readonly AuditEntry[]): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const { data } of entries) {
    const name = data?.['name'];
    if (data === null || typeof name !== 'string') continue;
    for (const field of ['roleId', 'categoryId', 'channelId']) {
      const key = id(data, field);
      if (key !== '' && !told.has(key)) told.set(key, name);
    }
  }
  return told;
}

/** The names of a server; people are known from the answer. */
export function namesIn(
  server: Server,
  person: (userId: string) => string,
  told: ReadonlyMap<string, string>,
  t: Translate,
  locale: string,
): Names {
  const quoted = (text: string) => t('audit.quoted', { text });
  const former = (id: string) => {
    const name = told.get(id);
    return name === undefined ? t('audit.gone') : quoted(name);
  };
  return {
    person,
    quoted,
    isKnown: (id) => told.has(id),
    duration: (seconds) => durationWords(seconds, locale),
    channel: (id) => {
      const channel = server.channels.find(({ channelId }) => channelId === id);
      const name = channel?.name ?? told.get(id);
      return name === undefined ? t('audit.channelGone') : `#${name}`;
    },
    category: (id) => {
      const category = server.categories.find(({ categoryId }) => categoryId === id);
      return category === undefined ? former(id) : quoted(category.name);
    },
    role: (id) => {
      if (id === server.serverId) return t('audit.everyone');
      const role = server.roles.find(({ roleId }) => roleId === id);
      return role === undefined ? former(id) : quoted(role.name);
    },
  };
}

function id(data: Data, field: string): string {
  return typeof data[field] === 'string' ? data[field] : '';
}
