'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormError } from '@/components/ui/form-error';
import { SaveStatus } from '@/components/ui/save-status';
import { TextField } from '@/components/ui/text-field';
import { isVisible } from '@/contracts/visible';
import { useFormErrors } from '@/http/use-form-errors';
import { changeProfile } from '../api/change-profile';
import type { Account } from '../api/fetch-account';
import { useChangeProfile } from '../model/use-change-profile';
import styles from './profile-settings.module.css';

/** A character may take several of what the browser counts, so the service counts; this only stops a whole text. */
const ROOM = 4;
const LONGEST_NAME = 32 * ROOM;
const LONGEST_STATUS = 128 * ROOM;

/** What one is called and says about oneself. What is typed saves itself when one leaves the field. */
export function ProfileSettings({ account }: { account: Account }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  // While a field is written in, it is not what the account says.
  const [name, setName] = useState<string | null>(null);
  const [status, setStatus] = useState<string | null>(null);
  const naming = useChangeProfile((displayName: string) => changeProfile({ displayName }));
  const stating = useChangeProfile((statusText: string) => changeProfile({ statusText }));
  const nameErrors = formErrors(naming.error, ['displayName']);
  const statusErrors = formErrors(stating.error, ['statusText']);

  function saveName() {
    const wanted = name?.trim();
    if (wanted === undefined || wanted === account.displayName || !isVisible(wanted)) return setName(null);
    naming.mutate(wanted, { onSuccess: () => setName(null) });
  }

  function saveStatus() {
    const wanted = status?.trim();
    if (wanted === undefined || wanted === (account.statusText ?? '')) return setStatus(null);
    stating.mutate(wanted, { onSuccess: () => setStatus(null) });
  }

  return (
    <section className={styles.fields} aria-label={t('account.profile')}>
      <FormError message={nameErrors.general ?? statusErrors.general} />
      <TextField
        label={t('account.name')}
        hint={t('account.nameHint')}
        autoComplete="nickname"
        dir="auto"
        maxLength={LONGEST_NAME}
        value={name ?? account.displayName}
        error={nameErrors.byField['displayName']}
        onChange={({ target }) => setName(target.value)}
        onBlur={saveName}
        onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && saveName()}
      />
      <TextField
        label={t('account.statusText')}
        hint={t('account.statusTextHint')}
        placeholder={t('account.statusTextPlaceholder')}
        autoComplete="off"
        dir="auto"
        maxLength={LONGEST_STATUS}
        value={status ?? account.statusText ?? ''}
        error={statusErrors.byField['statusText']}
        onChange={({ target }) => setStatus(target.value)}
        onBlur={saveStatus}
        onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && saveStatus()}
      />
      <SaveStatus pending={naming.isPending || stating.isPending} saved={naming.isSuccess || stating.isSuccess} />
    </section>
  );
}
