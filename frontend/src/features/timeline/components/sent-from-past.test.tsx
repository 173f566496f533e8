import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { profileOfNew } from '@/contracts/profile-testing';
import { UnreachableError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { outbox } from '../model/browser-outbox';
import { message } from '../model/examples';
import type { Timeline as Stretch } from '../model/timeline';
import { timelineQuery } from '../model/timeline-store';
import { ConversationContext, type Conversation } from './conversation-context';
import { Timeline } from './timeline';

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

interface Request {
  method?: string;
  path: string;
}

const { call, state } = vi.hoisted(() => ({
  call: vi.fn<(request: Request) => Promise<unknown>>(),
  state: { status: 'signed-in', user: { userId: 'me' }, accessToken: 'a' },
}));
vi.mock('@/session/browser-session', () => ({
  api: { call },
  session: { state: () => state, subscribe: () => () => undefined },
}));

const scrollIntoView = vi.fn();
const past: Stretch = {
  threadId: null,
  messages: [message('old', { channelId: 'c', number: 1, content: 'Long ago' })],
  referenced: {},
  hasBefore: false,
  hasAfter: true,
};

function open(stretch: Stretch): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(timelineQuery('c').queryKey, stretch);
  const conversation = { me: 'me', permissions: [], roles: new Map(), myRoleIds: [] } as unknown as Conversation;
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <ConversationContext value={conversation}>
          <Timeline channelId="c" label="Messages" beginning={null} editing={null} />
        </ConversationContext>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return client;
}

beforeEach(() => {
  outbox.close();
  call.mockReset();
  scrollIntoView.mockReset();
  Element.prototype.scrollIntoView = scrollIntoView;
});

it('shows what one writes from the past at once, and then in the present, whether that can be loaded or not', async () => {
  let accept: (answer: unknown) => void = () => undefined;
  const accepted = new Promise((resolve) => (accept = resolve));
  const offline = new UnreachableError('no answer');
  call.mockImplementation(({ method }) => (method === 'POST' ? accepted : Promise.reject(offline)));
  open(past);
  expect(screen.queryByRole('separator', { name: /In the present/ })).not.toBeInTheDocument();

  act(() => outbox.send('c', 'From the past'));
  expect(screen.getByRole('separator', { name: 'In the present: your messages on their way' })).toBeInTheDocument();
  expect(screen.getByText('From the past')).toBeInTheDocument();
  expect(scrollIntoView).toHaveBeenCalledOnce();
  expect(
    await screen.findByRole('button', { name: 'The present could not be loaded. Try again' }, { timeout: PATIENCE }),
  ).toBeVisible();

  const [sent] = outbox.messages();
  const there = message(sent?.messageId ?? '', { channelId: 'c', number: 2, content: 'From the past' });
  const page = { messages: [there], authors: { me: profileOfNew('me') }, referenced: {}, hasBefore: true };
  call.mockResolvedValue({ ...page, hasAfter: false });
  act(() => accept({ messageId: sent?.messageId }));
  await vi.waitFor(
    () => expect(screen.queryByRole('separator', { name: /In the present/ })).not.toBeInTheDocument(),
    PATIENCE,
  );
  expect(screen.getByText('From the past')).toBeInTheDocument();
  expect(screen.queryByText('Long ago')).not.toBeInTheDocument();
});

it('does not leave the past for what one wrote before one came there', async () => {
  let accept: (answer: unknown) => void = () => undefined;
  call.mockImplementation(({ method }) =>
    method === 'POST'
      ? new Promise((resolve) => (accept = resolve))
      : Promise.reject(new UnreachableError('no answer')),
  );
  const client = open({ ...past, hasAfter: false });
  act(() => outbox.send('c', 'From the present'));
  act(() => void client.setQueryData(timelineQuery('c').queryKey, past));
  call.mockClear();

  await act(async () => accept({ messageId: outbox.messages()[0]?.messageId }));
  expect(outbox.messages()).toMatchObject([{ status: 'accepted' }]);
  expect(scrollIntoView).not.toHaveBeenCalled();
  expect(call.mock.calls.filter(([{ path }]) => path.includes('/messages'))).toEqual([]);
});
