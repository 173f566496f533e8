'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Form, FormActions } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { TextField } from '@/components/ui/text-field';
import { isVisible } from '@/contracts/visible';
import { useFormErrors } from '@/http/use-form-errors';

interface Props {
  label: string;
  name?: string;
  action: string;
  command: { isPending: boolean; error: Error | null; mutate(name: string): void };
  onCancel(): void;
}

/** Asks for a name and nothing else. */
export function NameForm({ label, name: before = '', action, command, onCancel }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const [name, setName] = useState(before);
  const { byField, general } = formErrors(command.error, ['name']);
  return (
    <Form onSubmit={() => isVisible(name) && !command.isPending && command.mutate(name.trim())}>
      <FormError message={general} />
      <TextField
        label={label}
        autoComplete="off"
        maxLength={100}
        required
        value={name}
        error={byField['name']}
        onChange={({ target }) => setName(target.value)}
      />
      <FormActions>
        <Button look="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" busy={command.isPending} disabled={!isVisible(name)}>
          {action}
        </Button>
      </FormActions>
    </Form>
  );
}
