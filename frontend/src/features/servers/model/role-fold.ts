import type { Role } from '@/contracts/server';
import type { EventData, StructureEvent } from '@/realtime/events';
import { changed, without } from './listing';

/** What happens to roles. That of everyone stays the last. Who has a role is a matter of the members. */
export function applyToRoles(roles: Role[], event: StructureEvent): Role[] {
  switch (event.type) {
    case 'webchat.role.created.v1':
      if (roles.some(({ roleId }) => roleId === event.data.roleId)) return roles;
      return roles.toSpliced(Math.max(roles.length - 1, 0), 0, role(event.data));
    case 'webchat.role.edited.v1':
      return changed(
        roles,
        ({ roleId }) => roleId === event.data.roleId,
        () => role(event.data),
      );
    case 'webchat.role.reordered.v1': {
      const { roleIds } = event.data;
      const place = ({ roleId }: Role) => (roleIds.includes(roleId) ? roleIds.indexOf(roleId) : roleIds.length);
      return roles.toSorted((one, other) => place(one) - place(other));
    }
    case 'webchat.role.deleted.v1':
      return without(roles, ({ roleId }) => roleId === event.data.roleId);
    default:
      return roles;
  }
}

function role({ roleId, name, color, permissions }: EventData<'webchat.role.edited.v1'>): Role {
  return { roleId, name, color: color ?? null, permissions };
}
