import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { speechOf } from '@/i18n/languages';
import { SpeechProvider } from '@/i18n/speech-provider';
import { catalogues } from '@/i18n/testing-words';
import { logIn } from '../api/log-in';
import { register } from '../api/register';
import { LogInForm } from './log-in-form';
import { SignUpForm } from './sign-up-form';

vi.mock('../api/register');
vi.mock('../api/log-in');

const answer = {
  isOperator: false,
  accessToken: 'a',
  expiresAt: '2030-01-01T00:00:00.000Z',
  user: profileOfNew('ada'),
};

/** What the server sends, written in before the page comes to life. */
function comesToLife(form: ReactNode, written: Record<string, string>): HTMLFormElement | null {
  const page = (
    <SpeechProvider speech={speechOf('en', null)} messages={catalogues.en}>
      {form}
    </SpeechProvider>
  );
  const container = document.body.appendChild(document.createElement('div'));
  container.innerHTML = renderToString(page);
  for (const [label, value] of Object.entries(written)) {
    screen.getByLabelText<HTMLInputElement>(label).value = value;
  }
  // Sent by the browser, it would come back empty.
  const button = container.querySelector('button[type="submit"]');
  expect(button).toBeDisabled();
  render(page, { container, hydrate: true });
  expect(button).toBeEnabled();
  return container.querySelector('form');
}

it('what was written before the page came to life is sent along when one signs up', async () => {
  vi.mocked(register).mockResolvedValue(answer);
  const written = { 'E-mail address': 'ada@example.org', Username: 'ada' };
  const form = comesToLife(<SignUpForm onSignedIn={() => undefined} />, written);
  // A form that is sent before that must not put a password into the address.
  expect(form).toHaveAttribute('method', 'post');
  await userEvent.type(screen.getByLabelText('Password'), 'correct horse{Enter}');
  await waitFor(() => expect(register).toHaveBeenCalled());
  expect(vi.mocked(register).mock.calls[0]?.[0]).toEqual({
    email: 'ada@example.org',
    username: 'ada',
    password: 'correct horse',
  });
});

it('and when one logs in', async () => {
  vi.mocked(logIn).mockResolvedValue(answer);
  const form = comesToLife(<LogInForm onSignedIn={() => undefined} />, { Password: 'correct horse' });
  expect(form).toHaveAttribute('method', 'post');
  await userEvent.type(screen.getByLabelText(/username/i), ' ada{Enter}');
  await waitFor(() => expect(logIn).toHaveBeenCalled());
  expect(vi.mocked(logIn).mock.calls[0]?.[0]).toEqual({ login: 'ada', password: 'correct horse' });
});
