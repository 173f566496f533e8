import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { UnreachableError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { Mentions } from './mentions';

const { call } = vi.hoisted(() => ({ call: vi.fn<() => Promise<unknown>>() }));
vi.mock('@/session/browser-session', () => ({ api: { call } }));

it('that could not be loaded are asked for again, where that is said', async () => {
  call.mockRejectedValueOnce(new UnreachableError('no answer')).mockResolvedValueOnce({ mentions: [], people: {} });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Mentions placeOf={() => ''} textOf={() => ''} onOpen={() => undefined} />
    </QueryClientProvider>,
  );
  expect(await screen.findByText('The mentions could not be loaded.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/Nobody has mentioned you yet/)).toBeVisible();
});
