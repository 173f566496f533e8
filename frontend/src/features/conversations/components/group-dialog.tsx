'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { TextField } from '@/components/ui/text-field';
import { isVisible } from '@/contracts/visible';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { leaveGroup } from '../api/leave-group';
import { nameGroup } from '../api/name-group';

interface Props {
  what: 'name' | 'leave';
  serverId: string;
  /** What the group is called; empty for none. */
  name: string;
  onClose(): void;
  onLeft(): void;
}

/** What the menu of a group asks for. */
export function GroupDialog({ what, serverId, name, onClose, onLeft }: Props) {
  return what === 'name' ? (
    <NameGroup serverId={serverId} name={name} onClose={onClose} />
  ) : (
    <LeaveGroup serverId={serverId} onClose={onClose} onLeft={onLeft} />
  );
}

function NameGroup({ serverId, name, onClose }: Omit<Props, 'what' | 'onLeft'>) {
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

function LeaveGroup({ serverId, onClose, onLeft }: Omit<Props, 'what' | 'name'>) {
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
