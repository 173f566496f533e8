import { nameOf, type Member } from '@/contracts/member';
import { rolesOf } from '@/contracts/permissions';
import type { Role, Server } from '@/contracts/server';

export interface MemberGroup {
  /** That of everyone for those who have no other. */
  role: Role;
  members: Member[];
}

/** The members under their highest roles, by name; all together where there are no roles, as in a conversation. */
export function groupsOf(server: Server, members: readonly Member[], locale?: string): MemberGroup[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const sorted = [...members].sort((one, other) => compare(nameOf(one), nameOf(other)));
  if (server.roles.length === 0) return sorted.length > 0 ? [{ role: everyone(server), members: sorted }] : [];
  return server.roles
    .map((role) => ({ role, members: sorted.filter((member) => rolesOf(server, member)[0] === role) }))
    .filter((group) => group.members.length > 0);
}

function everyone({ serverId }: Server): Role {
  return { roleId: serverId, name: '', color: null, permissions: [] };
}

/** Those of whom a part of a name was typed. */
export function found(members: readonly Member[], text: string): readonly Member[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return members;
  return members.filter(({ username, displayName, nickname }) =>
    [username, displayName, nickname ?? ''].some((name) => name.toLocaleLowerCase().includes(wanted)),
  );
}
