'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { SelectField, TextArea, TextField } from '@/components/ui/text-field';
import { may, type PermissionSet } from '@/contracts/permissions';
import type { Channel, Server } from '@/contracts/server';
import { isVisible } from '@/contracts/visible';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { changeSlowMode } from '../api/change-slow-mode';
import { changeTopic } from '../api/change-topic';
import { renameChannel } from '../api/rename-channel';
import { SLOW_MODES, slowModeLabel } from '../model/slow-mode';
import { ChannelAccess } from './channel-access';

interface Props {
  server: Server;
  channel: Channel;
  /** What the user may do in this channel. */
  permissions: PermissionSet;
  onClose(): void;
}

export function EditChannelDialog({ server, channel, permissions, onClose }: Props) {
  const t = useTranslations();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('channels.editTitle', { name: channel.name })}
      description={t('channels.editText')}
    >
      <EditChannelForm server={server} channel={channel} permissions={permissions} onClose={onClose} />
    </Dialog>
  );
}

interface Written {
  name: string;
  topic: string;
  slowModeSeconds: number;
}

function EditChannelForm({ server, channel, permissions, onClose }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const formErrors = useFormErrors();
  const manages = may(permissions, 'manage-channels');
  // Only what is written in: the rest is what the channel says, which somebody else may change meanwhile.
  const [written, setWritten] = useState<Partial<Written>>({});
  const now: Written = {
    name: channel.name,
    topic: channel.topic ?? '',
    slowModeSeconds: channel.slowModeSeconds,
  };
  const draft = { ...now, ...written };
  const saving = useCommand({
    serverId: server.serverId,
    run: async (to: Written, key) => {
      const { channelId } = channel;
      if (to.name !== now.name) await renameChannel(channelId, to.name, `${key}-name`);
      if (to.topic !== now.topic) await changeTopic(channelId, to.topic, `${key}-topic`);
      if (to.slowModeSeconds !== now.slowModeSeconds) {
        await changeSlowMode(channelId, to.slowModeSeconds, `${key}-slow-mode`);
      }
    },
    onDone: onClose,
  });
  const { byField, general } = formErrors(saving.error, ['name', 'topic', 'seconds']);
  const change = (changed: Partial<Written>) => setWritten({ ...written, ...changed });
  const waits = [...new Set([...SLOW_MODES, channel.slowModeSeconds])].sort((one, other) => one - other);

  function submit() {
    if (saving.isPending || !isVisible(draft.name)) return;
    saving.mutate({ ...draft, name: draft.name.trim(), topic: draft.topic.trim() });
  }

  return (
    <Form onSubmit={submit}>
      <FormError message={general} />
      <TextField
        label={t('channels.name')}
        autoComplete="off"
        maxLength={100}
        required
        disabled={!manages}
        value={draft.name}
        error={byField['name']}
        onChange={({ target }) => change({ name: target.value })}
      />
      <TextArea
        label={t('channels.topic')}
        rows={2}
        disabled={!manages}
        maxLength={1024}
        value={draft.topic}
        error={byField['topic']}
        onChange={({ target }) => change({ topic: target.value })}
      />
      <SelectField
        label={t('channels.slowMode')}
        hint={t('channels.slowModeHint')}
        disabled={!manages}
        value={draft.slowModeSeconds}
        error={byField['seconds']}
        onChange={({ target }) => change({ slowModeSeconds: Number(target.value) })}
      >
        {waits.map((seconds) => (
          <option key={seconds} value={seconds}>
            {slowModeLabel(seconds, t, locale)}
          </option>
        ))}
      </SelectField>
      {may(permissions, 'manage-roles') && <ChannelAccess server={server} channel={channel} />}
      <FormActions>
        <Button look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" busy={saving.isPending} disabled={!manages || !isVisible(draft.name)}>
          {t('channels.saveChanges')}
        </Button>
      </FormActions>
    </Form>
  );
}
