import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { render } from '@/i18n/testing';
import { usePast } from './use-past';

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: { path: string }) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', async (original) => ({ ...(await original<object>()), api: { call } }));

const CREATED_AT = '2026-05-03T09:00:00.000Z';
// Nothing tells when it was made but the service.
const channelId = '6f0c0e5e-52a8-5a8b-9a0c-7d1f5f9c3e21';
const way = () => screen.getByRole('button', { name: 'As it was' });

function Page({ direct }: { direct: boolean }) {
  const { entrance, view } = usePast({ channelId, name: 'Crew', direct });
  return (
    <>
      {entrance}
      {view}
    </>
  );
}

function show(direct: boolean) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <Page direct={direct} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

function answer(path: string): unknown {
  if (path.includes('/messages'))
    return { messages: [], authors: {}, referenced: {}, hasBefore: false, hasAfter: false };
  if (path.includes('/pins')) return { messages: [], authors: {}, referenced: {} };
  if (path.includes('/members')) return { members: [], next: null };
  return { name: 'crew', topic: null, createdAt: CREATED_AT };
}

it.each([
  ['a channel', false, '#Crew as it was'],
  ['a conversation', true, 'Crew as it was'],
])('%s is looked back to from when it was made', async (_, direct, title) => {
  call.mockReset().mockImplementation(({ path }) => Promise.resolve(answer(path)));
  show(direct);
  await userEvent.click(way());
  expect(await screen.findByRole('dialog', { name: title })).toBeInTheDocument();
  await waitFor(() => {
    const first = screen.getByLabelText('Date and time').getAttribute('min') ?? '';
    expect(new Date(first).toISOString()).toBe('2026-05-03T09:00:01.000Z');
  });
});
