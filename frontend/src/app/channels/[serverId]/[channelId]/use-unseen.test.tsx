import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { message } from '@/features/timeline/model/examples';
import { stateOf } from '@/features/unread/model/unread';
import { unreadQuery } from '@/features/unread/model/unread-store';
import { useUnseen } from './use-unseen';

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: { path: string }) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', () => ({
  api: { call },
  session: { state: () => ({ status: 'signed-out' }) },
}));

const onJump = vi.fn();
const place = { serverId: 's', channelId: 'c', threadId: null };
const unread = { head: 9, position: 9, readUpTo: 0, readPosition: 0, unread: 7, mentions: 0, firstUnread: 3 };

function shown({ attentive = true }: { attentive?: boolean } = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(unreadQuery.queryKey, stateOf([{ ...place, ...unread }], []));
  return renderHook(
    ({ divider, ...looks }) => useUnseen({ channelId: 'c', threadId: null, divider, onJump, ...looks }),
    {
      wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
      initialProps: {
        attentive,
        divider: { number: 3, messageId: null } as { number: number; messageId: null } | null,
      },
    },
  );
}

beforeEach(() => {
  onJump.mockReset();
  call.mockReset().mockResolvedValue({ messages: [], authors: {}, hasBefore: false, hasAfter: false });
});

it('what is unread is seen once its beginning is on the screen of somebody who looks', () => {
  const { result, rerender } = shown({ attentive: false });
  expect(result.current).toMatchObject({ isSeen: false, unseen: { count: 7 } });
  act(() => result.current.onLineInSight(3));
  expect(result.current.isSeen).toBe(false);
  rerender({ attentive: true, divider: { number: 3, messageId: null } });
  expect(result.current).toMatchObject({ isSeen: true, unseen: null });
  act(() => result.current.onLineInSight(null));
  expect(result.current.isSeen).toBe(true);
});

it('that it has been seen says nothing about what begins elsewhere', () => {
  const { result, rerender } = shown();
  act(() => result.current.onLineInSight(3));
  rerender({ attentive: true, divider: { number: 8, messageId: null } });
  expect(result.current.isSeen).toBe(false);
  rerender({ attentive: true, divider: null });
  expect(result.current).toMatchObject({ isSeen: true, unseen: null });
});

it('leads to the first message that is to be seen, which is asked for where it is not loaded', async () => {
  const messages = [message('gone', { isDeleted: true, number: 3 }), message('first', { number: 4 })];
  call.mockResolvedValue({ messages, authors: {}, hasBefore: true, hasAfter: true });
  const { result } = shown();
  act(() => result.current.unseen?.onGo());
  await waitFor(() => expect(onJump).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ messageId: 'first' })));
  expect(call.mock.calls[0]?.[0].path).toContain('after=2');
});

it('does so by a key as well', async () => {
  call.mockResolvedValue({ messages: [message('first')], authors: {}, hasBefore: true, hasAfter: true });
  shown();
  dispatchEvent(new KeyboardEvent('keydown', { key: 'j', ctrlKey: true }));
  await waitFor(() => expect(onJump).toHaveBeenCalledOnce());
});

it('says that it could not be loaded, and tries again', async () => {
  call.mockRejectedValueOnce(new Error('offline'));
  const { result } = shown();
  act(() => result.current.unseen?.onGo());
  await waitFor(() => expect(result.current.unseen).toMatchObject({ going: false, failed: true }));
  call.mockResolvedValue({ messages: [message('first')], authors: {}, hasBefore: true, hasAfter: true });
  act(() => result.current.unseen?.onGo());
  await waitFor(() => expect(onJump).toHaveBeenCalledOnce());
  expect(result.current.unseen).toMatchObject({ failed: false });
});

it('is read on every device when one says so', async () => {
  call.mockResolvedValue({ messages: [{ messageId: 'newest' }] });
  const { result } = shown();
  act(() => result.current.unseen?.onRead());
  expect(result.current.unseen).toBeNull();
  await waitFor(() =>
    expect(call).toHaveBeenCalledWith(
      expect.objectContaining({ path: '/api/channels/c/read', body: { messageId: 'newest' } }),
    ),
  );
});
