import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { queryKeys } from '@/contracts/query-keys';
import { ProblemError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { ProfileSettings } from './profile-settings';

const { call, showOtherwise } = vi.hoisted(() => ({
  call: vi.fn<(request: { method: string; path: string; body: object }) => Promise<unknown>>(),
  showOtherwise: vi.fn(),
}));
vi.mock('@/session/browser-session', () => ({ authApi: { call }, session: { showOtherwise } }));

const account = { ...profileOfNew('ada', 'Ada'), email: 'ada@example.org' };
let client: QueryClient;
const settings = (shown = account) => (
  <QueryClientProvider client={client}>
    <ProfileSettings account={shown} />
  </QueryClientProvider>
);
const type = async (field: string, text: string) => {
  await userEvent.clear(screen.getByLabelText(field));
  await userEvent.type(screen.getByLabelText(field), text);
  await userEvent.tab();
};

beforeEach(() => {
  client = new QueryClient();
  call.mockReset().mockImplementation(async ({ body }) => ({ ...account, revision: 1, ...body }));
  showOtherwise.mockReset();
});

it('saves a name when one leaves the field, and shows it everywhere', async () => {
  render(settings());
  await type('Name', ' Countess ');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Saved'));
  expect(call.mock.calls[0]?.[0]).toMatchObject({
    method: 'PATCH',
    path: '/api/auth/me',
    body: { displayName: 'Countess' },
  });
  const countess = { ...profileOfNew('ada', 'Countess'), revision: 1 };
  expect(client.getQueryData(queryKeys.profile('ada'))).toEqual(countess);
  expect(client.getQueryData(queryKeys.account)).toEqual({ ...countess, email: 'ada@example.org' });
  expect(showOtherwise).toHaveBeenCalledWith(countess);
});

it('saves a status, and takes it away', async () => {
  render(settings({ ...account, statusText: 'at tea' as string | null } as typeof account));
  await type('About you', '{Backspace}');
  await waitFor(() => expect(call.mock.calls[0]?.[0]).toMatchObject({ body: { statusText: '' } }));
});

it('saves nothing that is as it was, nor a name that is none', async () => {
  render(settings());
  await type('Name', 'Ada ');
  await type('Name', ' ');
  expect(screen.getByLabelText('Name')).toHaveValue('Ada');
  expect(call).not.toHaveBeenCalled();
});

it('says at the field what is wrong, and keeps what was typed', async () => {
  const message = 'must have 1 to 32 characters (has 40)';
  call.mockRejectedValue(new ProblemError(400, 'invalid-request', '', [{ field: 'displayName', message }]));
  render(settings());
  const name = 'x'.repeat(40);
  await type('Name', name);
  await waitFor(() => expect(screen.getByText('Must have 1 to 32 characters.')).toBeInTheDocument());
  expect(screen.getByLabelText('Name')).toHaveValue(name);
  expect(screen.getByLabelText('Name')).toBeInvalid();
});
