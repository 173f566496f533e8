'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { ProblemError } from '@/http/problem';
import { useFormErrors } from '@/http/use-form-errors';
import type { SessionAnswer } from '@/session/session-answer';
import { logIn } from '../api/log-in';
import { inputOf } from '../model/input-of';
import { useSubmission } from '../model/use-submission';
import styles from './form.module.css';

const FIELDS = ['login', 'password'] as const;

export function LogInForm({ onSignedIn }: { onSignedIn(answer: SessionAnswer): void }) {
  const t = useTranslations();
  const hydrated = useHydrated();
  const formErrors = useFormErrors();
  const submission = useSubmission(logIn, onSignedIn);
  const refused = submission.error instanceof ProblemError && submission.error.problem === 'invalid-credentials';
  const { byField, general } = refused
    ? { byField: {} as Record<string, string>, general: t('signIn.refused') }
    : formErrors(submission.error, FIELDS);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { login, password } = inputOf(event.currentTarget, FIELDS);
    void submission.submit({ login: login.trim(), password });
  }

  return (
    <form className={styles.form} method="post" onSubmit={submit}>
      <FormError message={general} />
      <TextField
        label={t('signIn.emailOrUsername')}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
        error={byField['login']}
      />
      <TextField
        label={t('signIn.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={byField['password']}
      />
      <Button type="submit" wide disabled={!hydrated} busy={!hydrated || submission.isPending}>
        {submission.isPending ? t('signIn.loggingIn') : t('signIn.logIn')}
      </Button>
    </form>
  );
}
