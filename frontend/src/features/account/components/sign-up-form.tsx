'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { TextField } from '@/components/ui/text-field';
import { formErrors } from '@/http/field-errors';
import { ProblemError } from '@/http/problem';
import type { SessionAnswer } from '@/session/session-answer';
import { register, type Registration } from '../api/register';
import { registrationErrors } from '../model/registration-rules';
import styles from './form.module.css';

const FIELDS = ['email', 'username', 'password'];

/** Registers under the rules that can be told here, or fails as the service would. */
async function registerByTheRules(registration: Registration): Promise<SessionAnswer> {
  const errors = registrationErrors(registration);
  if (errors.length > 0) throw new ProblemError(400, 'invalid-request', 'Some fields need another look.', errors);
  return register(registration);
}

export function SignUpForm({ onSignedIn }: { onSignedIn(answer: SessionAnswer): void }) {
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Registration>({ email: '', username: '', password: '' });
  const submission = useMutation({ mutationFn: registerByTheRules, onSuccess: onSignedIn });
  const { byField, general } = formErrors(submission.error, FIELDS);

  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [submission.error]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (submission.isPending) return;
    submission.mutate({ ...values, email: values.email.trim(), username: values.username.trim() });
  }

  const field = (name: keyof Registration) => ({
    name,
    required: true,
    value: values[name],
    error: byField[name],
    onChange: ({ target }: { target: HTMLInputElement }) => setValues({ ...values, [name]: target.value }),
  });

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <FormError message={general} />
      <TextField {...field('email')} label="E-mail address" type="email" autoComplete="email" autoFocus />
      <TextField
        {...field('username')}
        label="Username"
        hint="3 to 30 letters, digits, dots, dashes or underscores"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        {...field('password')}
        label="Password"
        hint="At least 8 characters"
        type="password"
        autoComplete="new-password"
      />
      <Button type="submit" wide busy={submission.isPending}>
        {submission.isPending ? 'Creating your account…' : 'Create account'}
      </Button>
    </form>
  );
}
