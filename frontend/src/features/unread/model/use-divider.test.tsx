import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { FetchedUnread } from '../api/fetch-unread';
import { stateOf, type UnreadState } from './unread';
import { unreadQuery } from './unread-store';
import { useDivider } from './use-divider';

vi.mock('@/session/browser-session', () => ({
  api: { call: () => new Promise(() => undefined) },
  session: { state: () => ({ status: 'signed-out' }) },
}));

const unread = (channelId: string, firstUnread: number | null): FetchedUnread => ({
  serverId: 's',
  channelId,
  threadId: null,
  head: 9,
  position: 9,
  readUpTo: 0,
  readPosition: 0,
  unread: firstUnread === null ? 0 : 1,
  mentions: 0,
  firstUnread,
});

function shown(first: UnreadState | null) {
  const client = new QueryClient();
  const set = (state: UnreadState) =>
    act(async () => {
      client.setQueryData(unreadQuery.queryKey, state);
      // Whoever watches is told in a task of its own.
      await new Promise((resolve) => setTimeout(resolve));
    });
  if (first) client.setQueryData(unreadQuery.queryKey, first);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const hook = renderHook(({ channelId, reading }) => useDivider(channelId, null, reading)?.number ?? null, {
    wrapper,
    initialProps: { channelId: 'a', reading: true },
  });
  return { set, ...hook };
}

describe('the line above what is new', () => {
  it('stands where one comes to, even if it is known later, and stays while one reads', async () => {
    const { set, result } = shown(null);
    expect(result.current).toBeNull();
    await set(stateOf([unread('a', 3)], []));
    expect(result.current).toBe(3);
    await set(stateOf([unread('a', null)], []));
    expect(result.current).toBe(3);
  });

  it('does not follow what one sees coming, but what came while one looked elsewhere', async () => {
    const { set, result, rerender } = shown(stateOf([unread('a', null)], []));
    await set(stateOf([unread('a', 5)], []));
    expect(result.current).toBeNull();
    rerender({ channelId: 'a', reading: false });
    await set(stateOf([unread('a', 6)], []));
    expect(result.current).toBe(6);
  });

  it('is that of the channel where one is', () => {
    const { result, rerender } = shown(stateOf([unread('a', 2), unread('b', null)], []));
    expect(result.current).toBe(2);
    rerender({ channelId: 'b', reading: true });
    expect(result.current).toBeNull();
  });
});
