'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import { TextField } from '@/components/ui/text-field';
import { queryKeys } from '@/contracts/query-keys';
import { isVisible } from '@/contracts/visible';
import { useCommandKeys } from '@/http/use-command-keys';
import { useFormErrors } from '@/http/use-form-errors';
import { createServer } from '../api/create-server';
import styles from './create-server-dialog.module.css';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  onCreated(serverId: string, channelId: string): void;
}

export function CreateServerDialog({ open, onOpenChange, onCreated }: Props) {
  const t = useTranslations();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('servers.createTitle')}
      description={t('servers.createText')}
    >
      <CreateServerForm onCreated={onCreated} onCancel={() => onOpenChange(false)} />
    </Dialog>
  );
}

function CreateServerForm({ onCreated, onCancel }: Pick<Props, 'onCreated'> & { onCancel(): void }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  // Pressing the button again after a lost answer does not create a second server.
  const keys = useCommandKeys();
  const submission = useMutation({
    mutationFn: () => keys.run(name.trim(), (key) => createServer(name.trim(), key)),
    onSuccess: async ({ serverId, generalChannelId }) => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.servers });
      onCreated(serverId, generalChannelId);
    },
  });
  const { byField, general } = formErrors(submission.error, ['name']);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!submission.isPending) submission.mutate();
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <FormError message={general} />
      <TextField
        label={t('servers.name')}
        name="name"
        autoComplete="off"
        placeholder={t('servers.namePlaceholder')}
        maxLength={100}
        required
        value={name}
        error={byField['name']}
        onChange={({ target }) => setName(target.value)}
      />
      <div className={styles.actions}>
        <Button look="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" busy={submission.isPending} disabled={!isVisible(name)}>
          {submission.isPending ? t('servers.creating') : t('servers.create')}
        </Button>
      </div>
    </form>
  );
}
