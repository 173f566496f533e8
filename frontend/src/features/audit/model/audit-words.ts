import type { ReactNode } from 'react';
import type { Server } from '@/contracts/server';
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
  { type, actorId, data, userId }: AuditEntry,
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
  });
}

/** The names of a server; people are known from the answer. */
export function namesIn(server: Server, person: (userId: string) => string, t: Translate): Names {
  const quoted = (text: string) => t('audit.quoted', { text });
  return {
    person,
    quoted,
    channel: (id) => {
      const channel = server.channels.find(({ channelId }) => channelId === id);
      return channel === undefined ? t('audit.channelGone') : `#${channel.name}`;
    },
    category: (id) => {
      const category = server.categories.find(({ categoryId }) => categoryId === id);
      return category === undefined ? t('audit.gone') : quoted(category.name);
    },
    role: (id) => {
      if (id === server.serverId) return t('audit.everyone');
      const role = server.roles.find(({ roleId }) => roleId === id);
      return role === undefined ? t('audit.gone') : quoted(role.name);
    },
  };
}

function id(data: Data, field: string): string {
  return typeof data[field] === 'string' ? data[field] : '';
}
