import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { queryKeys } from '@/contracts/query-keys';
import { message } from '@/features/timeline/model/examples';
import { ProblemError, UnreachableError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { LostNotice } from './lost-notice';
import { useAskedMessage } from './use-asked-message';

const { call, listeners } = vi.hoisted(() => ({
  call: vi.fn<() => Promise<unknown>>(),
  listeners: new Set<() => void>(),
}));
// As Next's router does it: what is pushed and replaced is told to whoever reads the address.
vi.mock('next/navigation', async () => {
  const { useSyncExternalStore } = await import('react');
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    usePathname: () => useSyncExternalStore(subscribe, () => location.pathname),
    useSearchParams: () => new URLSearchParams(useSyncExternalStore(subscribe, () => location.search)),
  };
});
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const onJump = vi.fn();
const onOpenThread = vi.fn();
const found = (threadId: string | null = null) => ({
  messages: [message('m', { threadId })],
  authors: {},
  referenced: {},
});
const replaceState = history.replaceState.bind(history);
const replaced = vi.fn<typeof history.replaceState>();
let client: QueryClient;

function Page({ channelId }: { channelId: string }) {
  return <LostNotice lost={useAskedMessage(channelId, onJump, onOpenThread)} />;
}

const page = (channelId = 'c') => (
  <QueryClientProvider client={client}>
    <TooltipProvider>
      <Page channelId={channelId} />
    </TooltipProvider>
  </QueryClientProvider>
);

function show() {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(page());
}

/** A link that asks for the message is clicked, wherever one is. */
function follow(): void {
  act(() => {
    history.pushState(null, '', '/channels/s/c?message=m');
    for (const listener of [...listeners]) listener();
  });
}

/** Answers to come, in the order in which they were asked for. */
function answers() {
  const pending: ((answer: unknown) => void)[] = [];
  call.mockImplementation(() => new Promise((resolve) => pending.push(resolve)));
  return pending;
}

beforeEach(() => {
  for (const mock of [call, onJump, onOpenThread]) mock.mockReset();
  history.pushState(null, '', '/channels/s/c?message=m');
  replaced.mockReset().mockImplementation((...to) => {
    replaceState(...to);
    for (const listener of [...listeners]) listener();
  });
  vi.spyOn(history, 'replaceState').mockImplementation(replaced);
});

it('takes the wish out of the address at once, and does not touch the address when the message has come', async () => {
  const pending = answers();
  show();
  expect(location.pathname + location.search).toBe('/channels/s/c');
  await waitFor(() => expect(pending).toHaveLength(1));
  // One is on the way elsewhere by then.
  history.pushState(null, '', '/channels/s/other');
  pending[0]?.(found());
  await waitFor(() => expect(onJump).toHaveBeenCalledOnce());
  expect(replaced).toHaveBeenCalledOnce();
  expect(location.pathname).toBe('/channels/s/other');
});

it('goes to the message, though delivery starts anew meanwhile', async () => {
  const pending = answers();
  show();
  await waitFor(() => expect(pending).toHaveLength(1));
  await client.cancelQueries({ queryKey: queryKeys.timelines });
  pending[0]?.(found());
  await waitFor(() => expect(onJump).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ messageId: 'm' })));
});

it('goes there again whenever the same link is followed again', async () => {
  call.mockResolvedValue(found());
  show();
  await waitFor(() => expect(onJump).toHaveBeenCalledTimes(1));
  follow();
  await waitFor(() => expect(onJump).toHaveBeenCalledTimes(2));
  expect(location.search).toBe('');
});

it('asks once, however often the link is followed before the message has come', async () => {
  const pending = answers();
  show();
  await waitFor(() => expect(pending).toHaveLength(1));
  follow();
  pending[0]?.(found());
  await waitFor(() => expect(onJump).toHaveBeenCalledOnce());
  expect(pending).toHaveLength(1);
});

it('asks nothing of a channel that one has left, and takes nobody back to it', async () => {
  const pending = answers();
  const { rerender } = show();
  await waitFor(() => expect(pending).toHaveLength(1));
  rerender(page('other'));
  await act(async () => pending[0]?.(found()));
  expect(pending).toHaveLength(1);
  expect(onJump).not.toHaveBeenCalled();
});

it('goes to the thread where the message is', async () => {
  call.mockResolvedValue(found('root'));
  show();
  await waitFor(() =>
    expect(onOpenThread).toHaveBeenCalledExactlyOnceWith('root', expect.objectContaining({ messageId: 'm' })),
  );
  expect(onJump).not.toHaveBeenCalled();
});

it('says that there is no such message', async () => {
  call.mockRejectedValue(new ProblemError(404, 'unknown-message', ''));
  show();
  const words = 'That message cannot be found. Perhaps it was deleted.';
  expect(await screen.findByText(words)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText(words)).not.toBeInTheDocument();
});

it('says that it could not be loaded, and tries again', async () => {
  call.mockRejectedValueOnce(new UnreachableError('no answer')).mockResolvedValueOnce(found());
  show();
  expect(await screen.findByText('That message could not be loaded.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(onJump).toHaveBeenCalledOnce());
  expect(screen.queryByText('That message could not be loaded.')).not.toBeInTheDocument();
});

it('tries again, too, when the link is followed again', async () => {
  call.mockRejectedValueOnce(new UnreachableError('no answer')).mockResolvedValueOnce(found());
  show();
  expect(await screen.findByText('That message could not be loaded.')).toBeVisible();
  follow();
  await waitFor(() => expect(onJump).toHaveBeenCalledOnce());
});
