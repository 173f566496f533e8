'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import type { Person } from '../model/people';
import { PeoplePicker } from './people-picker';

interface Props {
  onClose(): void;
  title: string;
  description: string;
  /** What the button says, for so many. */
  action(count: number): string;
  people: readonly Person[] | undefined;
  searching?: boolean | undefined;
  onSearch?: ((text: string) => void) | undefined;
  limit: number;
  busy: boolean;
  error: string | null;
  onSubmit(userIds: readonly string[]): void;
}

/** Asks for some of those one knows. */
export function PeopleDialog({ onClose, title, description, action, limit, busy, error, onSubmit, ...found }: Props) {
  const t = useTranslations();
  const [picked, setPicked] = useState<readonly string[]>([]);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={description}>
      <Form onSubmit={() => picked.length > 0 && !busy && onSubmit(picked)}>
        <FormError message={error} />
        <PeoplePicker {...found} picked={picked} limit={limit} onPick={setPicked} />
        <FormActions>
          <Button look="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" busy={busy} disabled={picked.length === 0}>
            {action(picked.length)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
