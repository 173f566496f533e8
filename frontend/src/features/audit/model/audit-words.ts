import type { Server } from '@/contracts/server';
import type { EventType } from '@/realtime/events';
import type { AuditEntry } from '../api/fetch-audit-log';

/** What ids are called. */
export interface Names {
  person(userId: string): string;
  channel(channelId: string): string;
  category(categoryId: string): string;
  role(roleId: string): string;
}

interface Kind {
  /** What is chosen by it. */
  label: string;
  /** What was done, after the name of who did it. */
  words(data: Data, names: Names): string;
}

/** The data of an event; what there is none of, or what the reader may not see, is `undefined`. */
type Data = Readonly<Record<string, unknown>>;

const KINDS = {
  'webchat.server.created.v1': { label: 'Server created', words: () => 'created the server' },
  'webchat.server.renamed.v1': {
    label: 'Server renamed',
    words: (data) => `renamed the server to ${quoted(data['name'])}`,
  },
  'webchat.server.described.v1': { label: 'Description changed', words: () => 'changed the description of the server' },
  'webchat.server.icon-changed.v1': { label: 'Icon changed', words: () => 'changed the icon of the server' },
  'webchat.server.ownership-transferred.v1': {
    label: 'Ownership transferred',
    words: (data, names) => `made ${names.person(id(data, 'ownerId'))} the owner`,
  },
  'webchat.category.created.v1': {
    label: 'Category created',
    words: (data) => `created the category ${quoted(data['name'])}`,
  },
  'webchat.category.renamed.v1': {
    label: 'Category renamed',
    words: (data) => `renamed a category to ${quoted(data['name'])}`,
  },
  'webchat.category.moved.v1': {
    label: 'Category moved',
    words: (data, names) => `moved the category ${names.category(id(data, 'categoryId'))}`,
  },
  'webchat.category.deleted.v1': { label: 'Category deleted', words: () => 'deleted a category' },
  'webchat.channel.created.v1': { label: 'Channel created', words: (data) => `created the channel #${name(data)}` },
  'webchat.channel.renamed.v1': { label: 'Channel renamed', words: (data) => `renamed a channel to #${name(data)}` },
  'webchat.channel.topic-changed.v1': { label: 'Topic changed', words: onChannel('changed the topic of') },
  'webchat.channel.moved.v1': { label: 'Channel moved', words: onChannel('moved') },
  'webchat.channel.slow-mode-changed.v1': { label: 'Slow mode changed', words: onChannel('changed the slow mode of') },
  'webchat.channel.role-overridden.v1': {
    label: 'Permissions of a role in a channel changed',
    words: (data, names) =>
      `changed what ${names.role(id(data, 'roleId'))} may do in ${names.channel(id(data, 'channelId'))}`,
  },
  'webchat.channel.member-overridden.v1': {
    label: 'Permissions of a member in a channel changed',
    words: (data, names) =>
      `changed what ${names.person(id(data, 'userId'))} may do in ${names.channel(id(data, 'channelId'))}`,
  },
  'webchat.channel.deleted.v1': { label: 'Channel deleted', words: () => 'deleted a channel' },
  'webchat.role.created.v1': { label: 'Role created', words: (data) => `created the role ${quoted(data['name'])}` },
  'webchat.role.edited.v1': {
    label: 'Role changed',
    words: (data, names) => `changed the role ${names.role(id(data, 'roleId'))}`,
  },
  'webchat.role.reordered.v1': { label: 'Roles reordered', words: () => 'changed the order of the roles' },
  'webchat.role.deleted.v1': { label: 'Role deleted', words: () => 'deleted a role' },
  'webchat.role.assigned.v1': {
    label: 'Role given',
    words: (data, names) => `gave ${names.person(id(data, 'userId'))} the role ${names.role(id(data, 'roleId'))}`,
  },
  'webchat.role.withdrawn.v1': {
    label: 'Role taken',
    words: (data, names) => `took the role ${names.role(id(data, 'roleId'))} from ${names.person(id(data, 'userId'))}`,
  },
  'webchat.member.joined.v1': { label: 'Member joined', words: () => 'joined' },
  'webchat.member.left.v1': { label: 'Member left', words: () => 'left' },
  'webchat.member.nickname-changed.v1': {
    label: 'Nickname changed',
    words: (data, names) => `changed the nickname of ${names.person(id(data, 'userId'))}`,
  },
  'webchat.member.kicked.v1': { label: 'Member kicked', words: onPerson('kicked') },
  'webchat.member.banned.v1': { label: 'Member banned', words: onPerson('banned') },
  'webchat.member.unbanned.v1': { label: 'Ban lifted', words: onPerson('lifted the ban of') },
  'webchat.member.timed-out.v1': { label: 'Member timed out', words: onPerson('timed out') },
  'webchat.member.time-out-lifted.v1': { label: 'Time-out ended', words: onPerson('ended the time-out of') },
  'webchat.invite.created.v1': { label: 'Invite created', words: () => 'created an invite' },
  'webchat.invite.revoked.v1': { label: 'Invite revoked', words: () => 'revoked an invite' },
} as const satisfies Partial<Record<EventType, Kind>>;

export const AUDIT_TYPES = Object.entries(KINDS).map(([type, { label }]) => ({ type, label }));

/** What somebody did, in words that follow their name. */
export function auditWords({ type, data, userId }: AuditEntry, names: Names): string {
  const kind: Kind | undefined = type in KINDS ? KINDS[type as keyof typeof KINDS] : undefined;
  // A later version may know more of them.
  if (kind === undefined) return `did something (${type})`;
  // Whom it was done to is told also where the rest is not for the reader.
  return kind.words({ ...(userId !== null && { userId }), ...data }, names);
}

/** The names of a server; people are known from the answer. */
export function namesIn(server: Server, person: (userId: string) => string): Names {
  const find = <T>(list: readonly T[], is: (item: T) => boolean, called: (item: T) => string, gone: string) => {
    const found = list.find(is);
    return found === undefined ? gone : called(found);
  };
  return {
    person,
    channel: (id) =>
      find(
        server.channels,
        (one) => one.channelId === id,
        (one) => `#${one.name}`,
        'a channel that is gone or not yours to see',
      ),
    category: (id) =>
      find(
        server.categories,
        (one) => one.categoryId === id,
        (one) => quoted(one.name),
        'that is gone',
      ),
    role: (id) =>
      id === server.serverId
        ? 'everyone'
        : find(
            server.roles,
            (one) => one.roleId === id,
            (one) => quoted(one.name),
            'that is gone',
          ),
  };
}

function onChannel(verb: string) {
  return (data: Data, names: Names) => `${verb} ${names.channel(id(data, 'channelId'))}`;
}

function onPerson(verb: string) {
  return (data: Data, names: Names) => `${verb} ${names.person(id(data, 'userId'))}`;
}

function id(data: Data, field: string): string {
  return typeof data[field] === 'string' ? data[field] : '';
}

function name(data: Data): string {
  return typeof data['name'] === 'string' ? data['name'] : '…';
}

function quoted(text: unknown): string {
  return typeof text === 'string' ? `“${text}”` : '…';
}
