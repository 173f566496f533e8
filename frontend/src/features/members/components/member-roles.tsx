'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { FormError } from '@/components/ui/form-error';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { RoleChip, RoleDot } from '@/components/ui/role-chip';
import { nameOf, type Member } from '@/contracts/member';
import { rolesOf } from '@/contracts/permissions';
import type { Role, Server } from '@/contracts/server';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { assignRole } from '../api/assign-role';
import { withdrawRole } from '../api/withdraw-role';
import styles from './member-card.module.css';

interface Props {
  server: Server;
  member: Member;
  /** Those that one may give and take. */
  changeable: readonly Role[];
}

/** The roles of a member. */
export function MemberRoles({ server, member, changeable }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const { serverId } = server;
  const change = useCommand({
    serverId,
    run: ({ roleId, give }: { roleId: string; give: boolean }, key) =>
      (give ? assignRole : withdrawRole)(serverId, member.userId, roleId, key),
  });
  const roles = rolesOf(server, member).filter(({ roleId }) => roleId !== serverId);
  const missing = changeable.filter((role) => !roles.includes(role));
  if (roles.length === 0 && missing.length === 0) return null;

  return (
    <div className={styles.roles}>
      <h4 className={styles.title}>{t('members.roles')}</h4>
      <FormError message={formErrors(change.error, []).general} />
      <ul className={styles.chips}>
        {roles.map((role) => (
          <li key={role.roleId}>
            <RoleChip name={role.name} color={role.color}>
              {changeable.includes(role) && (
                <IconButton
                  label={t('members.takeRole', { name: role.name })}
                  side="top"
                  className={styles.chipButton}
                  onClick={() => change.mutate({ roleId: role.roleId, give: false })}
                >
                  <X size={14} aria-hidden />
                </IconButton>
              )}
            </RoleChip>
          </li>
        ))}
        {missing.length > 0 && (
          <li>
            <Menu
              trigger={
                <button
                  type="button"
                  className={styles.add}
                  aria-label={t('members.giveRole', { name: nameOf(member) })}
                >
                  <Plus size={14} aria-hidden />
                  {t('members.addRole')}
                </button>
              }
            >
              {missing.map(({ roleId, name, color }) => (
                <MenuItem
                  key={roleId}
                  icon={<RoleDot color={color} />}
                  onSelect={() => change.mutate({ roleId, give: true })}
                >
                  {name}
                </MenuItem>
              ))}
            </Menu>
          </li>
        )}
      </ul>
    </div>
  );
}
