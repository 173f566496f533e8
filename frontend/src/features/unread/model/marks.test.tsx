import { QueryClient } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError, UnreachableError } from '@/http/problem';
import { readServer } from './marks';
import { useUnfinished } from './unfinished';
import { stateOf } from './unread';
import { unreadQuery } from './unread-store';

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: Request) => Promise<unknown>>() }));
interface Request {
  method?: string;
  path: string;
}
vi.mock('@/session/browser-session', () => ({
  api: { call },
  session: { state: () => ({ status: 'signed-out' }) },
}));

const unread = (channelId: string) => ({
  serverId: 's',
  channelId,
  threadId: null,
  head: 3,
  position: 3,
  readUpTo: 0,
  readPosition: 0,
  unread: 3,
  mentions: 0,
  firstUnread: 1,
});
const read: string[] = [];
let client: QueryClient;

/** Marking fails so often in each channel before it is done. */
function failing(errors: Record<string, Error[]>) {
  call.mockImplementation(async ({ method, path }) => {
    const channelId = path.split('/')[3] ?? '';
    if (method !== 'PUT') return { messages: [{ messageId: `newest-${channelId}` }] };
    const error = errors[channelId]?.shift();
    if (error) throw error;
    read.push(channelId);
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  read.length = 0;
  client = new QueryClient();
  client.setQueryData(unreadQuery.queryKey, stateOf(['a', 'b', 'c'].map(unread), []));
});
afterEach(() => void vi.useRealTimers());

it('a channel that fails keeps none of the server from being read, and it is told how many are left', async () => {
  failing({ b: [new UnreachableError('no answer')] });
  const { result } = renderHook(() => useUnfinished());
  await act(() => readServer(client, 's'));
  expect(read).toEqual(['a', 'c']);
  expect(result.current).toEqual({ serverId: 's', channels: 1 });

  await act(() => readServer(client, 's'));
  expect(result.current).toBeNull();
});

it('who is asked to wait waits', async () => {
  const busy = () => new ProblemError(429, 'too-many-requests', '', [], 5_000);
  failing({ b: [busy(), busy()] });
  const reading = readServer(client, 's');
  await vi.advanceTimersByTimeAsync(9_000);
  expect(read).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(1_000);
  await reading;
  expect(read).toEqual(['a', 'b', 'c']);
});
