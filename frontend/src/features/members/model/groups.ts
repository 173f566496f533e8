import { nameOf, type Member } from '@/contracts/member';
import { rolesOf } from '@/contracts/permissions';
import type { Role, Server } from '@/contracts/server';

export interface MemberGroup {
  /** That of everyone for those who have no other; null for those who are offline. */
  role: Role | null;
  members: Member[];
}

/**
 * The members by name: those who are there under their highest roles, or all together where there are no roles, as in a
 * conversation; and below them all who are offline.
 *
 * @param isThere null while nothing is known of that: all stand under their roles
 */
export function groupsOf(
  server: Server,
  members: readonly Member[],
  isThere: ((userId: string) => boolean) | null,
  locale: string,
): MemberGroup[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const sorted = [...members].sort((one, other) => compare(nameOf(one), nameOf(other)));
  const there = isThere === null ? sorted : sorted.filter(({ userId }) => isThere(userId));
  const underRoles =
    server.roles.length === 0
      ? [{ role: everyone(server), members: there }]
      : server.roles.map((role) => ({
          role,
          members: there.filter((member) => rolesOf(server, member)[0] === role),
        }));
  const offline = { role: null, members: isThere === null ? [] : sorted.filter(({ userId }) => !isThere(userId)) };
  return [...underRoles, offline].filter((group) => group.members.length > 0);
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
