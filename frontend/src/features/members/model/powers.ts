import { silentUntil, type Member } from '@/contracts/member';
import { may, outranks, permissionsOf } from '@/contracts/permissions';
import { isConversation, type Role, type Server } from '@/contracts/server';

/** What one may do about a member. */
export interface Powers {
  nickname: boolean;
  /** Those that one may give and take. */
  roles: readonly Role[];
  timeOut: boolean;
  kick: boolean;
  ban: boolean;
  transfer: boolean;
}

const NONE: Powers = { nickname: false, roles: [], timeOut: false, kick: false, ban: false, transfer: false };

/** Nothing until it is known who one is here, in a conversation, and while one is timed out. */
export function powersOver(server: Server, me: Member | undefined, member: Member, now: number): Powers {
  // Nobody governs a conversation, whoever began it.
  if (me === undefined || isConversation(server)) return NONE;
  const mine = permissionsOf(server, me);
  if (silentUntil(me, now) && !may(mine, 'administrator')) return NONE;
  const isMe = me.userId === member.userId;
  const above = !isMe && outranks(server, me, member);
  const governs = may(mine, 'manage-roles') && (isMe || above);
  return {
    nickname: isMe || (above && may(mine, 'manage-roles')),
    roles: governs ? server.roles.filter((role) => role.roleId !== server.serverId && outranks(server, me, role)) : [],
    timeOut: above && may(mine, 'time-out-members'),
    kick: above && may(mine, 'kick-members'),
    ban: above && may(mine, 'ban-members'),
    transfer: !isMe && server.ownerId === me.userId,
  };
}
