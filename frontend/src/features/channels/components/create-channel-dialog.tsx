'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { Switch } from '@/components/ui/switch';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { Category } from '@/contracts/server';
import { isVisible } from '@/contracts/visible';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { createChannel, type NewChannel } from '../api/create-channel';

interface FormProps {
  serverId: string;
  categories: readonly Category[];
  /** Where it begins; null above all categories. */
  categoryId: string | null;
  onCreated(channelId: string): void;
}

interface Props extends FormProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

export function CreateChannelDialog({ open, onOpenChange, ...form }: Props) {
  const t = useTranslations();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('channels.createTitle')}
      description={t('channels.createText')}
    >
      <CreateChannelForm {...form} onCancel={() => onOpenChange(false)} />
    </Dialog>
  );
}

function CreateChannelForm({
  serverId,
  categories,
  categoryId,
  onCreated,
  onCancel,
}: FormProps & { onCancel(): void }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const [draft, setDraft] = useState({ name: '', topic: '', categoryId: categoryId ?? '', isPrivate: false });
  const creation = useCommand({
    serverId,
    run: (channel: NewChannel, key) => createChannel(serverId, channel, key),
    // One goes there, so it has to be there.
    onShown: onCreated,
  });
  const { byField, general } = formErrors(creation.error, ['name', 'topic']);
  const change = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });

  function submit() {
    if (creation.isPending || !isVisible(draft.name)) return;
    creation.mutate({
      name: draft.name.trim(),
      ...(draft.topic.trim() !== '' && { topic: draft.topic.trim() }),
      ...(draft.categoryId !== '' && { categoryId: draft.categoryId }),
      ...(draft.isPrivate && { isPrivate: true }),
    });
  }

  return (
    <Form onSubmit={submit}>
      <FormError message={general} />
      <TextField
        label={t('channels.name')}
        autoComplete="off"
        placeholder={t('channels.namePlaceholder')}
        maxLength={100}
        required
        value={draft.name}
        error={byField['name']}
        onChange={({ target }) => change({ name: target.value })}
      />
      <TextField
        label={t('channels.topic')}
        autoComplete="off"
        placeholder={t('channels.topicPlaceholder')}
        maxLength={1024}
        value={draft.topic}
        error={byField['topic']}
        onChange={({ target }) => change({ topic: target.value })}
      />
      {categories.length > 0 && (
        <SelectField
          label={t('channels.category')}
          value={draft.categoryId}
          onChange={({ target }) => change({ categoryId: target.value })}
        >
          <option value="">{t('channels.noCategory')}</option>
          {categories.map((category) => (
            <option key={category.categoryId} value={category.categoryId}>
              {category.name}
            </option>
          ))}
        </SelectField>
      )}
      <Switch
        label={t('channels.private')}
        hint={t('channels.privateHint')}
        checked={draft.isPrivate}
        onChange={(isPrivate) => change({ isPrivate })}
      />
      <FormActions>
        <Button look="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" busy={creation.isPending} disabled={!isVisible(draft.name)}>
          {t('channels.create')}
        </Button>
      </FormActions>
    </Form>
  );
}
