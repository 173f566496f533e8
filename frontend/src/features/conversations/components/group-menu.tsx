'use client';

import { Ellipsis, LogOut, Pencil, UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { TextField } from '@/components/ui/text-field';
import { isVisible } from '@/contracts/visible';
import { formErrors } from '@/http/field-errors';
import { useCommand } from '@/http/use-command';
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
  onLeft(): void;
}

/** What one may do with a group that one is in. */
export function GroupMenu({ serverId, name, size, addPeople, onLeft }: Props) {
  const [asked, setAsked] = useState<'add' | 'name' | 'leave' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label="More for this group">
            <Ellipsis size={18} aria-hidden />
          </IconButton>
        }
      >
        {size < GROUP_SIZE && (
          <MenuItem icon={<UserPlus size={18} aria-hidden />} onSelect={() => setAsked('add')}>
            Add people
          </MenuItem>
        )}
        <MenuItem icon={<Pencil size={18} aria-hidden />} onSelect={() => setAsked('name')}>
          Name group
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={<LogOut size={18} aria-hidden />} onSelect={() => setAsked('leave')}>
          Leave group
        </MenuItem>
      </Menu>
      {asked === 'add' && addPeople(close)}
      {asked === 'name' && <NameGroup serverId={serverId} name={name} onClose={close} />}
      {asked === 'leave' && <LeaveGroup serverId={serverId} onClose={close} onLeft={onLeft} />}
    </>
  );
}

function NameGroup({ serverId, name, onClose }: Pick<Props, 'serverId' | 'name'> & { onClose(): void }) {
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
      title="Name this group"
      description="All who are in it see the name in place of theirs."
    >
      <Form onSubmit={() => isVisible(text) && !naming.isPending && naming.mutate(text.trim())}>
        <FormError message={general} />
        <TextField
          label="Group name"
          autoComplete="off"
          maxLength={100}
          value={text}
          error={byField['name']}
          onChange={({ target }) => setText(target.value)}
        />
        <FormActions>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" busy={naming.isPending} disabled={!isVisible(text)}>
            Save
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function LeaveGroup({ serverId, onClose, onLeft }: Pick<Props, 'serverId' | 'onLeft'> & { onClose(): void }) {
  const leaving = useCommand({
    serverId,
    run: (_: null, key) => leaveGroup(serverId, key),
    onDone: onLeft,
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Leave this group?"
      description="You no longer see what is said there. Somebody who is in it can add you again."
      action="Leave group"
      busy={leaving.isPending}
      error={formErrors(leaving.error, []).general}
      onConfirm={() => leaving.mutate(null)}
    />
  );
}
