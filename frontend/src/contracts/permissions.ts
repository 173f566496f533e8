import type { Member } from './member';
import { isConversation, type Channel, type Override, type Role, type Server } from './server';

/** In the order of the wire (io.webchat.domain.structure.Permission). */
export const PERMISSIONS = [
  'view-channel',
  'send-messages',
  'attach-files',
  'add-reactions',
  'mention-everyone',
  'pin-messages',
  'create-threads',
  'manage-messages',
  'manage-channels',
  'manage-roles',
  'create-invites',
  'manage-server',
  'kick-members',
  'ban-members',
  'time-out-members',
  'view-audit-log',
  'administrator',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Permissions as the services send them; a later version may know more of them. */
export type PermissionSet = readonly string[];

/** What each participant of a direct conversation may do: everything but govern the others. */
const CONVERSATION: PermissionSet = [
  'view-channel',
  'send-messages',
  'attach-files',
  'add-reactions',
  'mention-everyone',
  'pin-messages',
  'create-threads',
];

type Governed = Pick<Server, 'serverId' | 'ownerId' | 'roles'> & { kind?: string | undefined };
type Standing = Pick<Member, 'userId' | 'roleIds'>;

export function may(permissions: PermissionSet | undefined, permission: Permission): boolean {
  return permissions?.includes(permission) ?? false;
}

/** What a member may do in the server as a whole. The same rules as in the services, whose answer is what counts. */
export function permissionsOf(server: Governed, member: Standing): PermissionSet {
  if (isConversation(server)) return CONVERSATION;
  if (member.userId === server.ownerId) return PERMISSIONS;
  const granted = new Set(rolesOf(server, member).flatMap(({ permissions }) => permissions));
  return granted.has('administrator') ? PERMISSIONS : [...granted];
}

/**
 * What a member may do in a channel: the overrides apply in the order everyone, the member's roles together, the member.
 * Who may not see a channel may do nothing there.
 */
export function permissionsIn(server: Governed, channel: Channel, member: Standing): PermissionSet {
  const granted = permissionsOf(server, member);
  if (may(granted, 'administrator')) return granted;
  const of = (target: Override['target'], id: string) =>
    channel.overrides.find((override) => override.target === target && override.id === id);
  const ofRoles = member.roleIds.map((id) => of('role', id)).filter((override) => override !== undefined);
  const allowed = ofRoles.flatMap(({ allow }) => allow);
  const denied = ofRoles.flatMap(({ deny }) => deny).filter((permission) => !allowed.includes(permission));

  const effective = [of('role', server.serverId), { allow: allowed, deny: denied }, of('member', member.userId)].reduce(
    (permissions: PermissionSet, override) => (override ? overridden(permissions, override) : permissions),
    granted,
  );
  return effective.includes('view-channel') ? effective : [];
}

/** Whether not everybody sees a channel. */
export function isPrivate({ overrides }: Pick<Channel, 'overrides'>, serverId: string): boolean {
  return overrides.some(
    ({ target, id, deny }) => target === 'role' && id === serverId && deny.includes('view-channel'),
  );
}

/** The roles of a member from the highest, that of everyone last. */
export function rolesOf(server: Governed, { roleIds }: Pick<Member, 'roleIds'>): Role[] {
  return server.roles.filter(({ roleId }) => roleId === server.serverId || roleIds.includes(roleId));
}

/** Nobody acts on a member or a role as high as themselves; the owner stands above all. */
export function outranks(server: Governed, actor: Standing, other: Standing | Role): boolean {
  const rank = 'userId' in other ? rankOf(server, other) : rankOfRole(server, other.roleId);
  return rankOf(server, actor) > rank;
}

function rankOf(server: Governed, member: Standing): number {
  if (member.userId === server.ownerId) return Infinity;
  return Math.max(0, ...member.roleIds.map((roleId) => rankOfRole(server, roleId)));
}

/** 0 for the role of everyone, which is the last. */
function rankOfRole({ roles }: Governed, roleId: string): number {
  const index = roles.findIndex((role) => role.roleId === roleId);
  return index === -1 ? 0 : roles.length - 1 - index;
}

function overridden(permissions: PermissionSet, { allow, deny }: Pick<Override, 'allow' | 'deny'>): PermissionSet {
  return [...new Set([...permissions.filter((permission) => !deny.includes(permission)), ...allow])];
}

/** Those that a channel may change (io.webchat.domain.structure.Permission.appliesToChannel). */
export const CHANNEL_PERMISSIONS = PERMISSIONS.slice(0, PERMISSIONS.indexOf('manage-roles') + 1);
