'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { SaveStatus } from '@/components/ui/save-status';
import { TextField } from '@/components/ui/text-field';
import { queryKeys } from '@/contracts/query-keys';
import { ProblemError } from '@/http/problem';
import { useFormErrors } from '@/http/use-form-errors';
import type { Translate } from '@/i18n/translate';
import { useMe } from '@/session/use-session';
import { changePassword, type PasswordChange } from '../api/change-password';
import { passwordError } from '../model/registration-rules';

const EMPTY: PasswordChange = { currentPassword: '', newPassword: '' };

async function changeByTheRules(change: PasswordChange, t: Translate): Promise<void> {
  const message = passwordError(change.newPassword, t);
  if (message !== null) {
    throw new ProblemError(400, 'invalid-request', message, [{ field: 'newPassword', message }]);
  }
  return changePassword(change);
}

/** Another password, for whoever knows the one of now. */
export function PasswordForm() {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const client = useQueryClient();
  const me = useMe();
  const place = useRef<HTMLDivElement>(null);
  const [values, setValues] = useState(EMPTY);
  const change = useMutation({
    mutationFn: (wanted: PasswordChange) => changeByTheRules(wanted, t),
    onSuccess: () => {
      setValues(EMPTY);
      void client.invalidateQueries({ queryKey: queryKeys.sessions });
    },
  });
  const { byField, general } = formErrors(change.error, ['currentPassword', 'newPassword']);

  useEffect(() => {
    place.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [change.error]);

  const field = (name: keyof PasswordChange) => ({
    type: 'password',
    required: true,
    value: values[name],
    error: byField[name],
    onChange: ({ target }: { target: HTMLInputElement }) => setValues({ ...values, [name]: target.value }),
  });

  return (
    <div ref={place}>
      <Form onSubmit={() => !change.isPending && change.mutate(values)}>
        <FormError message={general} />
        {/* For the one that keeps passwords, which looks for a field of text. */}
        <input hidden type="text" name="username" autoComplete="username" value={me?.username ?? ''} readOnly />
        <TextField {...field('currentPassword')} label={t('account.currentPassword')} autoComplete="current-password" />
        <TextField
          {...field('newPassword')}
          label={t('account.newPassword')}
          hint={t('account.newPasswordHint')}
          autoComplete="new-password"
        />
        <div>
          <Button
            type="submit"
            busy={change.isPending}
            disabled={values.currentPassword === '' || values.newPassword === ''}
          >
            {t('account.changePassword')}
          </Button>
        </div>
        <SaveStatus pending={change.isPending} saved={change.isSuccess} />
      </Form>
    </div>
  );
}
