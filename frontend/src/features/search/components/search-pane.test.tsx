import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { ProblemError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { SearchPane } from './search-pane';

const call = vi.hoisted(() => vi.fn());
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const message = (id: string, content: string, start: number, end: number) => ({
  messageId: id,
  channelId: 'c1',
  serverId: 's1',
  authorId: 'u1',
  content,
  threadId: null,
  attachments: [],
  at: '2026-01-31T12:00:00.000Z',
  highlights: [{ start, end }],
});
const page = (messages: unknown[], more = {}) => ({
  messages,
  authors: { u1: { userId: 'u1', username: 'ada', displayName: 'Ada' } },
  total: messages.length,
  isTotalExact: true,
  next: null,
  ...more,
});
const onOpen = vi.fn();
const onEverywhere = vi.fn();

function show(query = 'cafe', everywhere = false) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <SearchPane
          query={query}
          serverId="s1"
          everywhere={everywhere}
          placeOf={() => '#general'}
          nameOf={({ id }) => id}
          onEverywhere={onEverywhere}
          onOpen={onOpen}
          onClose={() => undefined}
        />
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

describe('the results of a search', () => {
  beforeEach(() => vi.clearAllMocks());

  it('explain themselves before one has searched', () => {
    show('');
    expect(screen.getByText('has:')).toBeVisible();
    expect(call).not.toHaveBeenCalled();
  });

  it('show who said what where, with what was found marked', async () => {
    call.mockResolvedValue(page([message('m1', 'The café was full', 4, 8)]));
    show();
    expect(await screen.findByText('1 message, the newest first')).toBeVisible();
    expect(screen.getByText('café').tagName).toBe('MARK');
    expect(screen.getByText('Ada')).toBeVisible();
    expect(screen.getByText('#general')).toBeVisible();
    expect(call.mock.calls[0]?.[0].path).toMatch(/\?q=cafe&zone=.+&serverId=s1$/);
  });

  it('show what people wrote without the marks by which they wrote it', async () => {
    call.mockResolvedValue(page([message('m1', '> **Launch** at `noon`\n- [ ] fuel', 4, 10)]));
    show();
    expect((await screen.findByText('Launch')).tagName).toBe('MARK');
    expect(screen.getByRole('button', { name: /Launch at noon/ })).not.toHaveTextContent(/[*`>]/);
  });

  it('are walked through by arrows and opened by Enter', async () => {
    call.mockResolvedValue(page([message('m1', 'one', 0, 3), message('m2', 'two', 0, 3)]));
    show();
    const user = userEvent.setup();
    (await screen.findByRole('button', { name: /one/ })).focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ messageId: 'm2' }));
  });

  it('go on where there are more', async () => {
    call.mockResolvedValueOnce(page([message('m1', 'one', 0, 3)], { total: 1000, isTotalExact: false, next: 'c' }));
    call.mockResolvedValueOnce(page([message('m2', 'two', 0, 3)]));
    show();
    expect(await screen.findByText('More than 1,000 messages, the newest first')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('two')).toBeVisible();
    expect(screen.getByText('one')).toBeVisible();
    expect(call.mock.calls[1]?.[0].path).toContain('cursor=c');
  });

  it('say that there is nothing, and what to try', async () => {
    call.mockResolvedValue(page([]));
    show();
    expect(await screen.findByText(/Nothing was found\. Try fewer words, or search everywhere/)).toBeVisible();
    await userEvent.click(screen.getByRole('switch', { name: 'In all servers and conversations' }));
    expect(onEverywhere).toHaveBeenCalledWith(true);
  });

  it('name the filter that was not understood', async () => {
    const errors = [{ field: 'before', message: 'must be a day such as 2026-01-31' }];
    call.mockRejectedValue(new ProblemError(400, 'invalid-request', 'before must be a day.', errors));
    show('before:soon');
    expect(await screen.findByRole('alert')).toHaveTextContent('before: must be a day such as 2026-01-31.');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('offer to try again where the service could not answer', async () => {
    call.mockRejectedValueOnce(new ProblemError(503, 'view-behind', 'The search index is being built.'));
    call.mockResolvedValue(page([message('m1', 'at last', 3, 7)]));
    show();
    expect(await screen.findByRole('alert')).toHaveTextContent('WebChat is catching up. Try again in a moment.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('last')).toBeVisible();
  });
});
