import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UnreachableError } from '@/http/problem';
import { stateOf } from './unread';
import { unreadQuery } from './unread-store';
import { useReading } from './use-reading';

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: { method?: string }) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', () => ({
  api: { call },
  session: { state: () => ({ status: 'signed-out' }) },
}));

const unread = {
  serverId: 's',
  channelId: 'c',
  threadId: null,
  head: 3,
  position: 3,
  readUpTo: 0,
  readPosition: 0,
  unread: 3,
  mentions: 0,
  firstUnread: 1,
};
const shown = { channelId: 'c', threadId: null, newest: 'm3', reading: true };
const marked = () => call.mock.calls.filter(([{ method }]) => method === 'PUT').length;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

it('what cannot be marked as read is tried again, more and more rarely', async () => {
  call.mockImplementation(async ({ method }) => {
    if (method === 'PUT') throw new UnreachableError('no answer');
    return { channels: [unread], notifications: [] };
  });
  const client = new QueryClient();
  client.setQueryData(unreadQuery.queryKey, stateOf([unread], []));
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { unmount } = renderHook(() => useReading(shown), { wrapper });
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(marked()).toBe(2);
  await act(() => vi.advanceTimersByTimeAsync(10 * 60_000));
  expect(marked()).toBeLessThan(20);
  const before = marked();
  await act(() => vi.advanceTimersByTimeAsync(3 * 60_000));
  expect(marked()).toBeGreaterThan(before);
  unmount();
});
