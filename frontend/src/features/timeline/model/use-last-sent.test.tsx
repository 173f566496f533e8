import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { outbox } from './browser-outbox';
import { message } from './examples';
import { timelineQuery } from './timeline-store';
import { useLastSent } from './use-last-sent';

const { call, state } = vi.hoisted(() => ({
  call: vi.fn<() => Promise<unknown>>(),
  state: { status: 'signed-in', user: { userId: 'me' }, accessToken: 'a' },
}));
vi.mock('@/session/browser-session', () => ({
  api: { call },
  session: { state: () => state, subscribe: () => () => undefined },
}));

const AT = '2026-07-01T10:00:00Z';
let client: QueryClient;

/** The newest messages of a channel, or a stretch of its past. */
function show(channelId: string, hasAfter: boolean): void {
  const messages = hasAfter
    ? [message('old', { channelId, number: 1, authorId: 'other' })]
    : [message('mine', { channelId, number: 900, authorId: 'me', at: AT })];
  client.setQueryData(timelineQuery(channelId).queryKey, {
    threadId: null,
    messages,
    referenced: {},
    hasBefore: true,
    hasAfter,
  });
}

const lastSentIn = (channel: string) =>
  renderHook(({ channelId }) => useLastSent(channelId, 'me'), {
    initialProps: { channelId: channel },
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });

beforeEach(() => {
  client = new QueryClient();
  outbox.close();
  call.mockReset().mockReturnValue(new Promise(() => undefined));
});

it('when one last wrote is still known while one reads the past, and only of the channel where that was', () => {
  show('c', false);
  const { result, rerender } = lastSentIn('c');
  expect(result.current).toBe(AT);
  act(() => show('c', true));
  rerender({ channelId: 'c' });
  expect(result.current).toBe(AT);
  show('d', true);
  rerender({ channelId: 'd' });
  expect(result.current).toBeNull();
});

it('what is written from the past counts from when it is on its way, and no longer when it was given up', () => {
  show('c', false);
  const { result, rerender } = lastSentIn('c');
  act(() => show('c', true));
  rerender({ channelId: 'c' });
  act(() => outbox.send('c', 'From the past'));
  const [sent] = outbox.messages();
  expect(result.current).toBe(sent?.at);
  act(() => outbox.remove(sent?.messageId ?? ''));
  expect(result.current).toBe(AT);
});

it('what was accepted counts before it is shown', async () => {
  call.mockResolvedValue({});
  show('e', true);
  const { result } = lastSentIn('e');
  act(() => outbox.send('e', 'From the past'));
  const [sent] = outbox.messages();
  await waitFor(() => expect(outbox.messages()[0]?.status).toBe('accepted'));
  act(() => outbox.remove(sent?.messageId ?? ''));
  expect(result.current).toBe(sent?.at);
});
