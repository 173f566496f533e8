'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { SelectField } from '@/components/ui/text-field';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { durationWords } from '@/i18n/duration-words';
import { createInvite, type InviteLimits } from '../api/create-invite';
import styles from './new-invite.module.css';

/** In seconds; 0 for ever. */
const LIFETIMES = [1_800, 3_600, 86_400, 604_800, 0];
const USES = [0, 1, 5, 10, 25, 100];

/** Another invite, for as long and as many as one chooses. */
export function NewInvite({ serverId, onCreated }: { serverId: string; onCreated(): void }) {
  const t = useTranslations();
  const locale = useLocale();
  const formErrors = useFormErrors();
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
          label={t('invites.lasts')}
          value={draft.seconds}
          error={byField['expiresInSeconds']}
          onChange={({ target }) => setDraft({ ...draft, seconds: Number(target.value) })}
        >
          {LIFETIMES.map((seconds) => (
            <option key={seconds} value={seconds}>
              {seconds === 0 ? t('invites.forEver') : durationWords(seconds, locale)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('invites.letsIn')}
          value={draft.uses}
          error={byField['maxUses']}
          onChange={({ target }) => setDraft({ ...draft, uses: Number(target.value) })}
        >
          {USES.map((uses) => (
            <option key={uses} value={uses}>
              {uses === 0 ? t('invites.anyNumber') : t('invites.people', { count: uses })}
            </option>
          ))}
        </SelectField>
        <Button type="submit" busy={creation.isPending} className={styles.create}>
          {t('invites.create')}
        </Button>
      </div>
    </Form>
  );
}
