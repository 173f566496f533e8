'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { Dialog } from './dialog';
import { Form, FormActions } from './form';
import { FormError } from './form-error';
import { TextField } from './text-field';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  description: string;
  /** What the button says, such as `Delete channel`. */
  action: string;
  /** What has to be typed before it happens; without it the button is enough. */
  typed?: string;
  busy: boolean;
  error: string | null;
  onConfirm(): void;
}

/** Before something that cannot be undone: names it, and does it only when it is meant. */
export function ConfirmDialog({ open, onOpenChange, title, description, ...rest }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={description}>
      <Confirmation {...rest} onCancel={() => onOpenChange(false)} />
    </Dialog>
  );
}

type ConfirmationProps = Omit<Props, 'open' | 'onOpenChange' | 'title' | 'description'> & { onCancel(): void };

function Confirmation({ action, typed, busy, error, onConfirm, onCancel }: ConfirmationProps) {
  const t = useTranslations();
  const [text, setText] = useState('');
  const meant = typed === undefined || text.trim() === typed;
  return (
    <Form onSubmit={() => meant && !busy && onConfirm()}>
      <FormError message={error} />
      {typed !== undefined && (
        <TextField
          label={t('common.typeToConfirm', { text: typed })}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <FormActions>
        <Button look="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" look="danger" busy={busy} disabled={!meant}>
          {action}
        </Button>
      </FormActions>
    </Form>
  );
}
