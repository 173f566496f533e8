import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useFirstRequests } from './first-requests';

const { call, params, state, listeners } = vi.hoisted(() => ({
  call: vi.fn<(request: { path: string }) => Promise<unknown>>(),
  params: { serverId: 's', channelId: 'c' },
  state: { status: 'unknown' },
  listeners: new Set<() => void>(),
}));
vi.mock('next/navigation', () => ({ useParams: () => ({ ...params }) }));
vi.mock('@/session/browser-session', () => ({
  api: { call },
  session: {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  },
}));

const paths = () => call.mock.calls.map(([{ path }]) => path);

function opened() {
  const client = new QueryClient();
  return renderHook(() => useFirstRequests(), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
}

beforeEach(() => {
  call.mockReset().mockRejectedValue(new Error('offline'));
  Object.assign(params, { serverId: 's', channelId: 'c' });
  state.status = 'signed-in';
  listeners.clear();
});

it('asks for what a page is made of once, and not again in another channel', () => {
  const { rerender } = opened();
  expect(paths()).toContain('/api/servers/s');
  const asked = paths();
  params.channelId = 'd';
  rerender();
  expect(paths()).toEqual(asked);
});

it('asks for the page that is shown in the moment in which it is known who looks at it', () => {
  state.status = 'unknown';
  const { rerender } = opened();
  params.channelId = 'd';
  rerender();
  expect(paths()).toEqual([]);
  state.status = 'signed-in';
  act(() => listeners.forEach((listener) => listener()));
  expect(paths().filter((path) => path.includes('/messages'))).toEqual(['/api/channels/d/messages?limit=50']);
  expect(listeners.size).toBe(0);
});
