import type { Role } from '@/contracts/server';

/**
 * The order of the roles, from the highest and without that of everyone, after one of them moved by a step; null where there
 * is no way, or where a role would have to give way that one may not touch.
 */
export function orderAfter(
  roles: readonly Role[],
  roleId: string,
  by: -1 | 1,
  touchable: (role: Role) => boolean,
): string[] | null {
  const ordered = roles.slice(0, -1);
  const index = ordered.findIndex((role) => role.roleId === roleId);
  const [role, other] = [ordered[index], ordered[index + by]];
  if (!role || !other || !touchable(role) || !touchable(other)) return null;
  return ordered
    .with(index, other)
    .with(index + by, role)
    .map((each) => each.roleId);
}
