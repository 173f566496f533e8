'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { FormError } from '@/components/ui/form-error';
import { SaveStatus } from '@/components/ui/save-status';
import { TextArea, TextField } from '@/components/ui/text-field';
import { may } from '@/contracts/permissions';
import type { Server } from '@/contracts/server';
import { isVisible } from '@/contracts/visible';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { deleteServer } from '../api/delete-server';
import { describeServer } from '../api/describe-server';
import { renameServer } from '../api/rename-server';
import { IconSettings } from './icon-settings';
import styles from './server-overview.module.css';

interface Props {
  server: Server;
  isOwner: boolean;
  onDeleted(): void;
}

/** What a server looks like, is called and about, and its end. What is typed saves itself when one leaves the field. */
export function ServerOverview({ server, isOwner, onDeleted }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const { serverId } = server;
  const mayEdit = may(server.permissions, 'manage-server');
  // While a field is not written in, it is what the server says: somebody else may change that.
  const [name, setName] = useState<string | null>(null);
  const [description, setDescription] = useState<string | null>(null);
  const renaming = useCommand({
    serverId,
    run: (to: string, key) => renameServer(serverId, to, key),
    onShown: (_, to) => setName((now) => (now?.trim() === to ? null : now)),
  });
  const describing = useCommand({
    serverId,
    run: (to: string, key) => describeServer(serverId, to, key),
    onShown: (_, to) => setDescription((now) => (now?.trim() === to ? null : now)),
  });
  const nameErrors = formErrors(renaming.error, ['name']);
  const descriptionErrors = formErrors(describing.error, ['description']);

  function saveName() {
    const wanted = name?.trim();
    if (wanted === undefined || wanted === server.name || !isVisible(wanted)) return setName(null);
    renaming.mutate(wanted);
  }

  function saveDescription() {
    const wanted = description?.trim();
    if (wanted === undefined || wanted === (server.description ?? '')) return setDescription(null);
    describing.mutate(wanted);
  }

  return (
    <div className={styles.overview}>
      <IconSettings server={server} />
      <FormError message={nameErrors.general ?? descriptionErrors.general} />
      <TextField
        label={t('servers.name')}
        autoComplete="off"
        maxLength={100}
        disabled={!mayEdit}
        value={name ?? server.name}
        error={nameErrors.byField['name']}
        onChange={({ target }) => setName(target.value)}
        onBlur={saveName}
        onKeyDown={({ key }) => key === 'Enter' && saveName()}
      />
      <TextArea
        label={t('servers.description')}
        rows={4}
        placeholder={t('servers.descriptionPlaceholder')}
        maxLength={500}
        disabled={!mayEdit}
        value={description ?? server.description ?? ''}
        error={descriptionErrors.byField['description']}
        onChange={({ target }) => setDescription(target.value)}
        onBlur={saveDescription}
      />
      <SaveStatus
        pending={renaming.isPending || describing.isPending}
        saved={renaming.isSuccess || describing.isSuccess}
      />
      {isOwner && <Danger server={server} onDeleted={onDeleted} />}
    </div>
  );
}

function Danger({ server: { serverId, name }, onDeleted }: Pick<Props, 'server' | 'onDeleted'>) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const [open, setOpen] = useState(false);
  const deletion = useCommand({ serverId, run: (_: null, key) => deleteServer(serverId, key), onDone: onDeleted });
  return (
    <section className={styles.danger} aria-labelledby="danger-title">
      <div>
        <h2 id="danger-title" className={styles.title}>
          {t('servers.deleteThis')}
        </h2>
        <p className={styles.hint}>{t('servers.deleteThisText')}</p>
      </div>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t('servers.delete')}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('servers.deleteTitle', { name })}
        description={t('servers.deleteText')}
        action={t('servers.delete')}
        typed={name}
        busy={deletion.isPending}
        error={formErrors(deletion.error, []).general}
        onConfirm={() => deletion.mutate(null)}
      />
    </section>
  );
}
