'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { RoleDot } from '@/components/ui/role-chip';
import type { Member } from '@/contracts/member';
import { may } from '@/contracts/permissions';
import type { Role, Server } from '@/contracts/server';
import { formErrors } from '@/http/field-errors';
import { useCommand } from '@/http/use-command';
import { createRole } from '../api/create-role';
import { RoleEditor } from './role-editor';
import styles from './role-settings.module.css';

interface Props {
  server: Server;
  /** Undefined while they load. */
  members: readonly Member[] | undefined;
  me: Member | undefined;
}

/** The roles from the highest, and the chosen one beside them. */
export function RoleSettings({ server, members, me }: Props) {
  const { serverId, roles, permissions } = server;
  const [chosen, setChosen] = useState<string | null>(null);
  const creation = useCommand({
    serverId,
    run: (role: Omit<Role, 'roleId'>, key) => createRole(serverId, role, key),
    onDone: setChosen,
  });
  const role = roles.find(({ roleId }) => roleId === chosen) ?? roles[0];
  const count = (roleId: string) =>
    roleId === serverId ? members?.length : members?.filter(({ roleIds }) => roleIds.includes(roleId)).length;

  return (
    <div className={styles.roles}>
      <div className={styles.side}>
        <FormError message={formErrors(creation.error, []).general} />
        {may(permissions, 'manage-roles') && (
          <Button
            look="plain"
            wide
            busy={creation.isPending}
            onClick={() => creation.mutate({ name: 'New role', color: null, permissions: [] })}
          >
            <Plus size={18} aria-hidden />
            Create role
          </Button>
        )}
        <ul className={styles.list} aria-label="Roles, from the highest">
          {roles.map(({ roleId, name, color }) => (
            <li key={roleId}>
              <button
                type="button"
                className={styles.role}
                aria-current={roleId === role?.roleId ? 'true' : undefined}
                onClick={() => setChosen(roleId)}
              >
                <RoleDot color={color} />
                <span className={styles.name}>{roleId === serverId ? 'Everyone' : name}</span>
                <span className={styles.count} aria-label={`${count(roleId) ?? 0} members`}>
                  {count(roleId)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {role && <RoleEditor key={role.roleId} server={server} role={role} me={me} />}
    </div>
  );
}
