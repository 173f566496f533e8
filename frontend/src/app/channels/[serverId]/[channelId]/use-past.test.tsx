import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { render } from '@/i18n/testing';
import { usePast } from './use-past';

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: { path: string }) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', async (original) => ({ ...(await original<object>()), api: { call } }));

const STARTED_AT = '2026-05-03T09:00:00.000Z';
const ofConversation = '6f0c0e5e-52a8-5a8b-9a0c-7d1f5f9c3e21';
const ofServer = '0197b3a0-0000-7000-8000-000000000002';
const way = () => screen.getByRole('button', { name: 'As it was' });

function Page({ channelId, direct }: { channelId: string; direct: boolean }) {
  const { entrance, view } = usePast({ channelId, name: 'Crew', direct });
  return (
    <>
      {entrance}
      {view}
    </>
  );
}

function show(channelId: string, direct: boolean) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <Page channelId={channelId} direct={direct} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

/** The first moment that one can choose. */
async function first(): Promise<string> {
  await userEvent.click(way());
  const field = await screen.findByLabelText('Date and time');
  return new Date(field.getAttribute('min') ?? '').toISOString();
}

beforeEach(() => {
  call.mockReset().mockImplementation(() => new Promise(() => undefined));
});

it('a channel is looked back to from the moment on that its id tells', async () => {
  show(ofServer, false);
  expect(await first()).toBe(new Date(0x0197b3a00000 + 1_000).toISOString().replace(/\.\d+/, '.000'));
  expect(screen.getByRole('dialog', { name: '#Crew as it was' })).toBeInTheDocument();
});

it('a conversation is looked back to from when it was started, as soon as that is known', async () => {
  let answer: (conversations: unknown) => void = () => undefined;
  call.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  show(ofConversation, true);
  expect(way()).toBeDisabled();
  answer({ conversations: [{ channelId: ofConversation, startedAt: STARTED_AT }], people: {} });
  await waitFor(() => expect(way()).toBeEnabled());
  expect(await first()).toBe('2026-05-03T09:00:01.000Z');
  expect(screen.getByRole('dialog', { name: 'Crew as it was' })).toBeInTheDocument();
});
