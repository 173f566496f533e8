'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { Switch } from '@/components/ui/switch';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { Category } from '@/contracts/server';
import { isVisible } from '@/contracts/visible';
import { formErrors } from '@/http/field-errors';
import { useCommand } from '@/http/use-command';
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
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Create a channel"
      description="A channel is where people talk about one subject."
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
  const [draft, setDraft] = useState({ name: '', topic: '', categoryId: categoryId ?? '', isPrivate: false });
  const creation = useCommand({
    serverId,
    run: (channel: NewChannel, key) => createChannel(serverId, channel, key),
    onDone: onCreated,
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
        label="Channel name"
        autoComplete="off"
        placeholder="launch-pad"
        maxLength={100}
        required
        value={draft.name}
        error={byField['name']}
        onChange={({ target }) => change({ name: target.value })}
      />
      <TextField
        label="Topic"
        autoComplete="off"
        placeholder="What it is about (optional)"
        maxLength={1024}
        value={draft.topic}
        error={byField['topic']}
        onChange={({ target }) => change({ topic: target.value })}
      />
      {categories.length > 0 && (
        <SelectField
          label="Category"
          value={draft.categoryId}
          onChange={({ target }) => change({ categoryId: target.value })}
        >
          <option value="">No category</option>
          {categories.map((category) => (
            <option key={category.categoryId} value={category.categoryId}>
              {category.name}
            </option>
          ))}
        </SelectField>
      )}
      <Switch
        label="Private channel"
        hint="Only you see it, until you let in roles or members."
        checked={draft.isPrivate}
        onChange={(isPrivate) => change({ isPrivate })}
      />
      <FormActions>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" busy={creation.isPending} disabled={!isVisible(draft.name)}>
          Create channel
        </Button>
      </FormActions>
    </Form>
  );
}
