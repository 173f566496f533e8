'use client';

import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { TextField } from '@/components/ui/text-field';
import { formErrors } from '@/http/field-errors';
import { ProblemError } from '@/http/problem';
import type { SessionAnswer } from '@/session/session-answer';
import { logIn } from '../api/log-in';
import styles from './form.module.css';

const FIELDS = ['login', 'password'];

export function LogInForm({ onSignedIn }: { onSignedIn(answer: SessionAnswer): void }) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const submission = useMutation({ mutationFn: logIn, onSuccess: onSignedIn });
  const refused = submission.error instanceof ProblemError && submission.error.problem === 'invalid-credentials';
  const { byField, general } = refused
    ? { byField: {} as Record<string, string>, general: 'The e-mail address, username or password is wrong.' }
    : formErrors(submission.error, FIELDS);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!submission.isPending) submission.mutate({ login: login.trim(), password });
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <FormError message={general} />
      <TextField
        label="E-mail address or username"
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
        value={login}
        error={byField['login']}
        onChange={({ target }) => setLogin(target.value)}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        error={byField['password']}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Button type="submit" wide busy={submission.isPending}>
        {submission.isPending ? 'Logging in…' : 'Log in'}
      </Button>
    </form>
  );
}
