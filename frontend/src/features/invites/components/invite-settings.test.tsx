import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { UnreachableError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { InviteSettings } from './invite-settings';

const call = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock('@/session/browser-session', () => ({ api: { call } }));

it('what could not be loaded says so, and is loaded on a click', async () => {
  call
    .mockRejectedValueOnce(new UnreachableError('no answer'))
    .mockResolvedValue({ invites: [], people: {}, next: null });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <InviteSettings serverId="s" mayCreate={false} />
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument());
  expect(screen.getByText('There is no invite yet. Create one and send its link.')).toBeVisible();
});
