'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { RoleDot } from '@/components/ui/role-chip';
import type { Member } from '@/contracts/member';
import { may } from '@/contracts/permissions';
import type { Role, Server } from '@/contracts/server';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { createRole } from '../api/create-role';
import { RoleEditor } from './role-editor';
import styles from './role-settings.module.css';

interface Props {
  server: Server;
  /** Undefined while they load. */
  members: readonly Member[] | undefined;
  me: Member | undefined;
  /** Whether those are all of them. */
  areAll?: boolean;
  /** As which role one has looked at the server just now. */
  viewed?: string | null;
  onViewAs(roleId: string): void;
}

/** The roles from the highest, and the chosen one beside them. */
export function RoleSettings({ server, members, me, areAll = true, viewed = null, onViewAs }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const { serverId, roles, permissions } = server;
  const [chosen, setChosen] = useState(viewed);
  const creation = useCommand({
    serverId,
    run: (role: Omit<Role, 'roleId'>, key) => createRole(serverId, role, key),
    onShown: setChosen,
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
            onClick={() => creation.mutate({ name: t('roles.new'), color: null, permissions: [] })}
          >
            <Plus size={18} aria-hidden />
            {t('roles.create')}
          </Button>
        )}
        <ul className={styles.list} aria-label={t('roles.list')}>
          {roles.map(({ roleId, name, color }) => (
            <li key={roleId}>
              <button
                type="button"
                className={styles.role}
                aria-current={roleId === role?.roleId ? 'true' : undefined}
                onClick={() => setChosen(roleId)}
              >
                <RoleDot color={color} />
                <span className={styles.name} dir="auto">
                  {roleId === serverId ? t('common.everyone') : name}
                </span>
                <span
                  className={styles.count}
                  aria-label={t(areAll ? 'common.members' : 'common.manyMembers', { count: count(roleId) ?? 0 })}
                >
                  {areAll ? count(roleId) : t('common.countOver', { count: count(roleId) ?? 0 })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {role && (
        <RoleEditor
          key={role.roleId}
          server={server}
          role={role}
          me={me}
          wasViewed={role.roleId === viewed}
          onViewAs={() => onViewAs(role.roleId)}
        />
      )}
    </div>
  );
}
