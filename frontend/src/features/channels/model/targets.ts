import { nameOf, type Member } from '@/contracts/member';
import { permissionsIn, type PermissionSet } from '@/contracts/permissions';
import type { Channel, Override, Server } from '@/contracts/server';
import type { Translate } from '@/i18n/translate';
import { overrideOf } from './access';

export type Target = Pick<Override, 'target' | 'id'>;

export interface NamedTarget extends Target {
  name: string;
  color: string | null;
  /** Whether the channel says anything of it. */
  isChanged: boolean;
}

/**
 * Of whom a channel may speak: everyone, the roles from the highest, and those members of whom it speaks, or who were
 * added to be spoken of.
 */
export function targetsOf(
  server: Server,
  channel: Channel,
  members: readonly Member[],
  added: readonly string[],
  t: Translate,
): NamedTarget[] {
  const isChanged = (target: Target) => {
    const { allow, deny } = overrideOf(channel, target);
    return allow.length + deny.length > 0;
  };
  const roles = server.roles.map(({ roleId, name, color }): NamedTarget => {
    const target = { target: 'role', id: roleId } as const;
    const isEveryone = roleId === server.serverId;
    return { ...target, name: isEveryone ? t('common.everyone') : name, color, isChanged: isChanged(target) };
  });
  const spokenOf = channel.overrides.filter(({ target }) => target === 'member').map(({ id }) => id);
  const people = [...new Set([...spokenOf, ...added])].map((id): NamedTarget => {
    const member = members.find(({ userId }) => userId === id);
    const target = { target: 'member', id } as const;
    return {
      ...target,
      name: member ? nameOf(member) : t('channels.somebodyLeft'),
      color: null,
      isChanged: isChanged(target),
    };
  });
  return [...roles.slice(-1), ...roles.slice(0, -1), ...people];
}

/** What comes out of it: for a member as they are, for a role as if somebody had that one only. */
export function effectOf(server: Server, channel: Channel, target: Target, member: Member | undefined): PermissionSet {
  const nobody = { userId: '', roleIds: [target.id] };
  return permissionsIn(
    server,
    channel,
    target.target === 'role' ? nobody : (member ?? { userId: target.id, roleIds: [] }),
  );
}

/** Nobody gives what they do not have; taking it away is no different here, because giving it back would be. */
export function isGrantable(mine: PermissionSet, permission: string): boolean {
  return mine.includes(permission);
}
