import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { UnreachableError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { BanList } from './ban-list';

const call = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock('@/session/browser-session', () => ({ api: { call } }));

it('what could not be loaded says so, and is loaded on a click', async () => {
  call.mockRejectedValueOnce(new UnreachableError('no answer')).mockResolvedValue({ bans: [], people: {}, next: null });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <BanList serverId="s" />
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument());
  expect(screen.getByText(/^Nobody is banned/)).toBeVisible();
});
