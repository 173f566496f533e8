import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { queryKeys } from '@/contracts/query-keys';
import { message } from '@/features/timeline/model/examples';
import { ProblemError, UnreachableError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { LostNotice } from './lost-notice';
import { useAskedMessage } from './use-asked-message';

const { router, address, call } = vi.hoisted(() => ({
  router: { replace: vi.fn() },
  address: new URLSearchParams('message=m'),
  call: vi.fn<() => Promise<unknown>>(),
}));
vi.mock('next/navigation', () => ({
  useRouter: () => router,
  usePathname: () => '/channels/s/c',
  useSearchParams: () => address,
}));
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const onJump = vi.fn();
const onOpenThread = vi.fn();
const found = (threadId: string | null = null) => ({
  messages: [message('m', { threadId })],
  authors: {},
  referenced: {},
});
let client: QueryClient;

function Page() {
  return <LostNotice lost={useAskedMessage('c', onJump, onOpenThread)} />;
}

function show(): void {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <Page />
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  for (const mock of [router.replace, call, onJump, onOpenThread]) mock.mockReset();
});

it('goes to the message, though delivery starts anew meanwhile, and only then ceases to ask', async () => {
  let answer: (found: unknown) => void = () => undefined;
  call.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  show();
  await waitFor(() => expect(call).toHaveBeenCalled());
  await client.cancelQueries({ queryKey: queryKeys.timelines });
  expect(router.replace).not.toHaveBeenCalled();
  answer(found());
  await waitFor(() => expect(onJump).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ messageId: 'm' })));
  expect(router.replace).toHaveBeenCalledExactlyOnceWith('/channels/s/c');
});

it('goes to the thread where the message is', async () => {
  call.mockResolvedValue(found('root'));
  show();
  await waitFor(() => expect(onOpenThread).toHaveBeenCalledExactlyOnceWith('root'));
  expect(onJump).not.toHaveBeenCalled();
});

it('says that there is no such message', async () => {
  call.mockRejectedValue(new ProblemError(404, 'unknown-message', ''));
  show();
  expect(await screen.findByText('That message cannot be found. Perhaps it was deleted.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(router.replace).toHaveBeenCalledExactlyOnceWith('/channels/s/c');
});

it('says that it could not be loaded, and tries again', async () => {
  call.mockRejectedValueOnce(new UnreachableError('no answer')).mockResolvedValueOnce(found());
  show();
  expect(await screen.findByText('That message could not be loaded.')).toBeVisible();
  expect(router.replace).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(onJump).toHaveBeenCalledOnce());
});
