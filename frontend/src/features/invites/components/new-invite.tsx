'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { SelectField } from '@/components/ui/text-field';
import { formErrors } from '@/http/field-errors';
import { useCommand } from '@/http/use-command';
import { createInvite, type InviteLimits } from '../api/create-invite';
import styles from './new-invite.module.css';

const LIFETIMES = [
  { seconds: 1_800, label: '30 minutes' },
  { seconds: 3_600, label: '1 hour' },
  { seconds: 86_400, label: '1 day' },
  { seconds: 604_800, label: '7 days' },
  { seconds: 0, label: 'For ever' },
];
const USES = [0, 1, 5, 10, 25, 100];

/** Another invite, for as long and as many as one chooses. */
export function NewInvite({ serverId, onCreated }: { serverId: string; onCreated(): void }) {
  const [draft, setDraft] = useState({ seconds: 604_800, uses: 0 });
  const creation = useCommand({
    serverId,
    run: (limits: InviteLimits, key) => createInvite(serverId, limits, key),
    onDone: onCreated,
  });
  const { byField, general } = formErrors(creation.error, ['expiresInSeconds', 'maxUses']);
  const limits = { expiresInSeconds: draft.seconds || null, maxUses: draft.uses || null };
  return (
    <Form onSubmit={() => !creation.isPending && creation.mutate(limits)}>
      <FormError message={general} />
      <div className={styles.fields}>
        <SelectField
          label="Lasts"
          value={draft.seconds}
          error={byField['expiresInSeconds']}
          onChange={({ target }) => setDraft({ ...draft, seconds: Number(target.value) })}
        >
          {LIFETIMES.map(({ seconds, label }) => (
            <option key={seconds} value={seconds}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Lets in"
          value={draft.uses}
          error={byField['maxUses']}
          onChange={({ target }) => setDraft({ ...draft, uses: Number(target.value) })}
        >
          {USES.map((uses) => (
            <option key={uses} value={uses}>
              {uses === 0 ? 'Any number of people' : uses === 1 ? '1 person' : `${uses} people`}
            </option>
          ))}
        </SelectField>
        <Button type="submit" busy={creation.isPending} className={styles.create}>
          Create invite
        </Button>
      </div>
    </Form>
  );
}
