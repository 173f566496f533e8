import type { Member } from './member';
import { rolesOf } from './permissions';
import type { Server } from './server';

/** The colour of a member's name: that of their highest role that has one. */
export function colorOf(
  server: Pick<Server, 'serverId' | 'ownerId' | 'roles'>,
  member: Pick<Member, 'roleIds'>,
): string | null {
  return rolesOf(server, member).find(({ color }) => color !== null)?.color ?? null;
}
