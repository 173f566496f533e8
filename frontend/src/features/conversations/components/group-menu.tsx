'use client';

import { Ellipsis, FileDown, LogOut, Pencil, UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { TextField } from '@/components/ui/text-field';
import { isVisible } from '@/contracts/visible';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { leaveGroup } from '../api/leave-group';
import { nameGroup } from '../api/name-group';
import { GROUP_SIZE } from '../model/people';

interface Props {
  serverId: string;
  /** What it is called; empty for none. */
  name: string;
  /** How many are in it. */
  size: number;
  /** Asks whom to bring in. */
  addPeople(close: () => void): ReactNode;
  onExport(): void;
  onLeft(): void;
}

/** What one may do with a group that one is in. */
export function GroupMenu({ serverId, name, size, addPeople, onExport, onLeft }: Props) {
  const t = useTranslations();
  const [asked, setAsked] = useState<'add' | 'name' | 'leave' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={t('conversations.more')}>
            <Ellipsis size={18} aria-hidden />
          </IconButton>
        }
      >
        {size < GROUP_SIZE && (
          <MenuItem icon={<UserPlus size={18} aria-hidden />} onSelect={() => setAsked('add')}>
            {t('conversations.addTitle')}
          </MenuItem>
        )}
        <MenuItem icon={<Pencil size={18} aria-hidden />} onSelect={() => setAsked('name')}>
          {t('conversations.nameGroup')}
        </MenuItem>
        <MenuItem icon={<FileDown size={18} aria-hidden />} onSelect={onExport}>
          {t('exporting.item')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          danger
          icon={<LogOut size={18} aria-hidden className="pointing" />}
          onSelect={() => setAsked('leave')}
        >
          {t('conversations.leaveGroup')}
        </MenuItem>
      </Menu>
      {asked === 'add' && addPeople(close)}
      {asked === 'name' && <NameGroup serverId={serverId} name={name} onClose={close} />}
      {asked === 'leave' && <LeaveGroup serverId={serverId} onClose={close} onLeft={onLeft} />}
    </>
  );
}

function NameGroup({ serverId, name, onClose }: Pick<Props, 'serverId' | 'name'> & { onClose(): void }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const [text, setText] = useState(name);
  const naming = useCommand({
    serverId,
    run: (to: string, key) => nameGroup(serverId, to, key),
    onDone: onClose,
  });
  const { byField, general } = formErrors(naming.error, ['name']);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('conversations.nameTitle')}
      description={t('conversations.nameText')}
    >
      <Form onSubmit={() => isVisible(text) && !naming.isPending && naming.mutate(text.trim())}>
        <FormError message={general} />
        <TextField
          label={t('conversations.groupName')}
          autoComplete="off"
          maxLength={100}
          value={text}
          error={byField['name']}
          onChange={({ target }) => setText(target.value)}
        />
        <FormActions>
          <Button look="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" busy={naming.isPending} disabled={!isVisible(text)}>
            {t('common.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function LeaveGroup({ serverId, onClose, onLeft }: Pick<Props, 'serverId' | 'onLeft'> & { onClose(): void }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const leaving = useCommand({
    serverId,
    run: (_: null, key) => leaveGroup(serverId, key),
    onDone: onLeft,
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('conversations.leaveTitle')}
      description={t('conversations.leaveText')}
      action={t('conversations.leaveGroup')}
      busy={leaving.isPending}
      error={formErrors(leaving.error, []).general}
      onConfirm={() => leaving.mutate(null)}
    />
  );
}
