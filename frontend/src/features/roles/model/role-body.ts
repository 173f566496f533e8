import type { Role } from '@/contracts/server';

/** What a role is, as the services take it: a colour that there is none of is left out. */
export function bodyOf({ name, color, permissions }: Omit<Role, 'roleId'>) {
  return { name, permissions, ...(color !== null && { color }) };
}
