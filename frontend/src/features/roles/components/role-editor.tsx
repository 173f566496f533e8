'use client';

import { ArrowDown, ArrowUp, Eye, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { FormError } from '@/components/ui/form-error';
import { IconButton } from '@/components/ui/icon-button';
import { SaveStatus } from '@/components/ui/save-status';
import { Switch } from '@/components/ui/switch';
import { TextField } from '@/components/ui/text-field';
import type { Member } from '@/contracts/member';
import { may, outranks, permissionsOf, type Permission } from '@/contracts/permissions';
import type { Role, Server } from '@/contracts/server';
import { isVisible } from '@/contracts/visible';
import { useChanges } from '@/http/use-changes';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { deleteRole } from '../api/delete-role';
import { editRole } from '../api/edit-role';
import { reorderRoles } from '../api/reorder-roles';
import { PERMISSION_GROUPS } from '@/contracts/permission-labels';
import { orderAfter } from '../model/role-order';
import { ColorField } from './color-field';
import styles from './role-settings.module.css';

interface Props {
  server: Server;
  role: Role;
  me: Member | undefined;
  /** One comes back from looking at the server as this role. */
  wasViewed?: boolean;
  onViewAs(): void;
}

/** Everything that a role is. Each change saves itself. */
export function RoleEditor({ server, role, me, wasViewed = false, onViewAs }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const { serverId } = server;
  const isEveryone = role.roleId === serverId;
  const everyone = server.roles.at(-1);
  const mine = me ? permissionsOf(server, me) : [];
  const touchable = (other: Role) => me !== undefined && may(mine, 'manage-roles') && outranks(server, me, other);
  const mayEdit = touchable(role);
  const viewHintId = useId();

  const { shown, save, saving } = useRoleDraft(serverId, role);
  const { byField, general } = formErrors(saving.error, ['name', 'color']);
  const reorder = useCommand({ serverId, run: (roleIds: string[], key) => reorderRoles(serverId, roleIds, key) });
  // While it is not written in, the field is what the role says: somebody else may change that.
  const [name, setName] = useState<string | null>(null);

  function saveName() {
    const wanted = name?.trim();
    if (wanted === undefined || wanted === shown.name || !isVisible(wanted)) return setName(null);
    save({ name: wanted }).then(
      () => setName((now) => (now?.trim() === wanted ? null : now)),
      // What was refused stays where it was written, with why.
      () => undefined,
    );
  }

  function toggle(permission: Permission, granted: boolean) {
    const others = shown.permissions.filter((other) => other !== permission);
    void save({ permissions: granted ? [...others, permission] : others });
  }

  return (
    <section className={styles.editor} aria-label={isEveryone ? t('common.everyone') : role.name}>
      <header className={styles.head}>
        <h2 className={styles.title}>{isEveryone ? t('common.everyone') : shown.name}</h2>
        <SaveStatus pending={saving.isPending} saved={saving.isSuccess} />
        {!isEveryone && <Order server={server} role={role} touchable={touchable} onReorder={reorder.mutate} />}
        {!isEveryone && mayEdit && <DeleteRole serverId={serverId} role={role} />}
      </header>
      {isEveryone && <p className={styles.hint}>{t('roles.everyoneHint')}</p>}
      {!mayEdit && <p className={styles.hint}>{t('roles.readOnly')}</p>}
      {may(mine, 'manage-roles') && (
        <div className={styles.view}>
          <Button look="plain" autoFocus={wasViewed} aria-describedby={viewHintId} onClick={onViewAs}>
            <Eye size={18} aria-hidden />
            {t('roles.viewAs')}
          </Button>
          <p id={viewHintId} className={styles.hint}>
            {t('roles.viewAsHint')}
          </p>
        </div>
      )}
      <FormError message={general ?? formErrors(reorder.error, []).general} />
      {!isEveryone && (
        <>
          <TextField
            label={t('roles.name')}
            autoComplete="off"
            maxLength={100}
            disabled={!mayEdit}
            value={name ?? shown.name}
            error={byField['name']}
            onChange={({ target }) => setName(target.value)}
            onBlur={saveName}
            onKeyDown={({ key }) => key === 'Enter' && saveName()}
          />
          <ColorField value={shown.color} disabled={!mayEdit} onChange={(color) => void save({ color })} />
        </>
      )}
      {PERMISSION_GROUPS.map(({ title, permissions }) => (
        <fieldset key={title} className={styles.group}>
          <legend className={styles.legend}>{t(title)}</legend>
          {permissions.map((permission) => (
            <Switch
              key={permission}
              label={t(`permissions.${permission}`)}
              hint={
                !isEveryone && may(everyone?.permissions, permission)
                  ? t('roles.everyoneMay', { hint: t(`permissions.${permission}-hint`) })
                  : t(`permissions.${permission}-hint`)
              }
              checked={shown.permissions.includes(permission)}
              // Nobody grants what they lack; what is granted already they may take.
              disabled={!mayEdit || (!may(mine, permission) && !shown.permissions.includes(permission))}
              onChange={(granted) => toggle(permission, granted)}
            />
          ))}
        </fieldset>
      ))}
    </section>
  );
}

/** Shows what was changed at once; a role is written whole, so the next change is made on top of it. */
function useRoleDraft(serverId: string, role: Role) {
  const { asked, ask, saving } = useChanges({ serverId, run: (to: Role, key) => editRole(serverId, to, key) });
  const shown = asked.at(-1) ?? role;
  return { shown, save: (changed: Partial<Role>) => ask({ ...shown, ...changed }), saving };
}

interface OrderProps {
  server: Server;
  role: Role;
  touchable(role: Role): boolean;
  onReorder(roleIds: string[]): void;
}

function Order({ server: { roles }, role, touchable, onReorder }: OrderProps) {
  const t = useTranslations();
  const steps = [
    { by: -1, label: 'common.moveUp', icon: <ArrowUp size={18} aria-hidden /> },
    { by: 1, label: 'common.moveDown', icon: <ArrowDown size={18} aria-hidden /> },
  ] as const;
  return steps.map(({ by, label, icon }) => {
    const order = orderAfter(roles, role.roleId, by, touchable);
    return (
      <IconButton key={by} label={t(label)} disabled={order === null} onClick={() => order && onReorder(order)}>
        {icon}
      </IconButton>
    );
  });
}

function DeleteRole({ serverId, role }: { serverId: string; role: Role }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const [open, setOpen] = useState(false);
  const deletion = useCommand({
    serverId,
    run: (_: null, key) => deleteRole(serverId, role.roleId, key),
    onDone: () => setOpen(false),
  });
  return (
    <>
      <IconButton label={t('roles.delete')} onClick={() => setOpen(true)}>
        <Trash2 size={18} aria-hidden />
      </IconButton>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('roles.deleteTitle', { name: role.name })}
        description={t('roles.deleteText')}
        action={t('roles.delete')}
        busy={deletion.isPending}
        error={formErrors(deletion.error, []).general}
        onConfirm={() => deletion.mutate(null)}
      />
    </>
  );
}
