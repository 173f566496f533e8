'use client';

import { useEffect, useRef, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { ProblemError } from '@/http/problem';
import { useFormErrors } from '@/http/use-form-errors';
import type { Translate } from '@/i18n/translate';
import type { SessionAnswer } from '@/session/session-answer';
import type { Registration } from '../api/register';
import { inputOf } from '../model/input-of';
import { registrationErrors } from '../model/registration-rules';
import { useRegister } from '../model/use-register';
import { useSubmission } from '../model/use-submission';
import styles from './form.module.css';

const FIELDS = ['email', 'username', 'password'] as const;

/** Registers under the rules that can be told here, or fails as the service would. */
async function byTheRules(
  registration: Registration,
  register: (registration: Registration) => Promise<SessionAnswer>,
  t: Translate,
): Promise<SessionAnswer> {
  const errors = registrationErrors(registration, t);
  if (errors.length > 0) throw new ProblemError(400, 'invalid-request', t('signIn.fieldsWrong'), errors);
  return register(registration);
}

export function SignUpForm({ onSignedIn }: { onSignedIn(answer: SessionAnswer): void }) {
  const t = useTranslations();
  const hydrated = useHydrated();
  const formErrors = useFormErrors();
  const form = useRef<HTMLFormElement>(null);
  const register = useRegister();
  const submission = useSubmission((registration: Registration) => byTheRules(registration, register, t), onSignedIn);
  const { byField, general } = formErrors(submission.error, FIELDS);

  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [submission.error]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { email, username, password } = inputOf(event.currentTarget, FIELDS);
    void submission.submit({ email: email.trim(), username: username.trim(), password });
  }

  const field = (name: keyof Registration) => ({
    name,
    required: true,
    error: byField[name],
  });

  return (
    <form ref={form} className={styles.form} method="post" onSubmit={submit} noValidate>
      <FormError message={general} />
      <TextField {...field('email')} label={t('signIn.email')} type="email" autoComplete="email" autoFocus />
      <TextField
        {...field('username')}
        label={t('signIn.username')}
        hint={t('signIn.usernameHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        {...field('password')}
        label={t('signIn.password')}
        hint={t('signIn.passwordHint')}
        type="password"
        autoComplete="new-password"
      />
      <Button type="submit" wide disabled={!hydrated} busy={!hydrated || submission.isPending}>
        {submission.isPending ? t('signIn.creating') : t('signIn.create')}
      </Button>
    </form>
  );
}
