import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { ProblemError, UnreachableError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { logIn } from '../api/log-in';
import { register } from '../api/register';
import { SignUpForm } from './sign-up-form';

vi.mock('../api/log-in');
vi.mock('../api/register');

const answer = {
  accessToken: 'a',
  expiresAt: '2030-01-01T00:00:00.000Z',
  isOperator: false,
  user: profileOfNew('ada'),
};
const onSignedIn = vi.fn();

beforeEach(() => {
  vi.mocked(register).mockReset().mockResolvedValue(answer);
  vi.mocked(logIn).mockReset().mockResolvedValue(answer);
  onSignedIn.mockReset();
  render(<SignUpForm onSignedIn={onSignedIn} />);
});

async function fill(email: string, username: string, password: string): Promise<void> {
  await userEvent.type(screen.getByLabelText('E-mail address'), email);
  await userEvent.type(screen.getByLabelText('Username'), username);
  await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
}

describe('signing up', () => {
  it('registers and signs in', async () => {
    await fill('ada@example.org', 'ada', 'correct horse');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalled());
    expect(onSignedIn.mock.calls[0]?.[0]).toEqual(answer);
    expect(vi.mocked(register).mock.calls[0]?.[0]).toEqual({
      email: 'ada@example.org',
      username: 'ada',
      password: 'correct horse',
    });
  });

  it('says beside each field what is wrong, asks no service, and keeps the input', async () => {
    await fill('nowhere', '-a', 'short');
    await waitFor(() => expect(screen.getByLabelText('E-mail address')).toHaveFocus());
    expect(screen.getByLabelText('E-mail address')).toHaveAccessibleDescription('Enter a valid e-mail address.');
    expect(screen.getByLabelText('Username')).toHaveAccessibleDescription(/begin with a letter/);
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Use 8 to 128 characters.');
    expect(screen.getByLabelText('Username')).toHaveValue('-a');
    expect(register).not.toHaveBeenCalled();
  });

  it('shows the refusal of the service beside the field that it names', async () => {
    const errors = [{ field: 'username', message: 'is taken' }];
    vi.mocked(register).mockRejectedValueOnce(new ProblemError(409, 'username-taken', 'Taken', errors));
    await fill('ada@example.org', 'ada', 'correct horse');
    await waitFor(() => expect(screen.getByLabelText('Username')).toHaveAccessibleDescription('Is taken.'));
    expect(screen.getByLabelText('Username')).toHaveFocus();
  });

  it('is sent once, however often one asks', async () => {
    vi.mocked(register).mockReturnValue(new Promise(() => undefined));
    await fill('ada@example.org', 'ada', 'correct horse');
    await userEvent.click(screen.getByRole('button', { name: 'Creating your account…' }));
    await userEvent.type(screen.getByLabelText('Password'), '{Enter}');
    expect(register).toHaveBeenCalledTimes(1);
  });

  it('says that there was no answer', async () => {
    vi.mocked(register).mockRejectedValueOnce(new UnreachableError('no'));
    await fill('ada@example.org', 'ada', 'correct horse');
    expect(await screen.findByRole('alert')).toHaveTextContent('WebChat cannot be reached');
  });

  describe('again, after no answer', () => {
    const taken = new ProblemError(409, 'username-taken', 'Taken', [{ field: 'username', message: 'is taken' }]);
    const again = () => userEvent.click(screen.getByRole('button', { name: 'Create account' }));

    it.each([new UnreachableError('no'), new ProblemError(503, 'request-timeout', 'It was cut off.')])(
      'logs in to the account that it made (%s)',
      async (error) => {
        vi.mocked(register).mockRejectedValueOnce(error).mockRejectedValueOnce(taken);
        await fill('ada@example.org', 'ada', 'correct horse');
        await screen.findByRole('alert');
        await again();
        await waitFor(() => expect(onSignedIn).toHaveBeenCalledWith(answer));
        expect(logIn).toHaveBeenCalledExactlyOnceWith({ login: 'ada@example.org', password: 'correct horse' });
      },
    );

    it('says that the name is taken if the account is of somebody else', async () => {
      vi.mocked(register).mockRejectedValueOnce(new UnreachableError('no')).mockRejectedValueOnce(taken);
      vi.mocked(logIn).mockRejectedValueOnce(new ProblemError(401, 'invalid-credentials', 'Wrong.'));
      await fill('ada@example.org', 'ada', 'correct horse');
      await screen.findByRole('alert');
      await again();
      await waitFor(() => expect(screen.getByLabelText('Username')).toHaveAccessibleDescription('Is taken.'));
      expect(onSignedIn).not.toHaveBeenCalled();
    });

    it('does not try the password of another name than before', async () => {
      vi.mocked(register).mockRejectedValueOnce(new UnreachableError('no')).mockRejectedValueOnce(taken);
      await fill('ada@example.org', 'ada', 'correct horse');
      await screen.findByRole('alert');
      await userEvent.type(screen.getByLabelText('Username'), '2');
      await again();
      await waitFor(() => expect(screen.getByLabelText('Username')).toHaveAccessibleDescription('Is taken.'));
      expect(logIn).not.toHaveBeenCalled();
    });
  });
});
