import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { stateOf } from '@/features/unread/model/unread';
import { unreadQuery } from '@/features/unread/model/unread-store';
import { useBadges } from './use-badges';

vi.mock('@/session/browser-session', () => ({
  api: { call: () => new Promise(() => undefined) },
  session: { state: () => ({ status: 'signed-out' }) },
}));

const called = {
  serverId: 's',
  channelId: 'c',
  threadId: null,
  head: 1,
  position: 1,
  readUpTo: 0,
  readPosition: 0,
  unread: 1,
  mentions: 1,
  firstUnread: 1,
};

it('the icon of the window tells what waits, for as long as that is shown', () => {
  const icon = document.createElement('link');
  Object.assign(icon, { rel: 'icon', href: '/icon.svg' });
  document.head.append(icon);
  const before = icon.href;
  const client = new QueryClient();
  client.setQueryData(unreadQuery.queryKey, stateOf([called], []));
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { unmount } = renderHook(() => useBadges(), { wrapper });
  expect(icon.href).toMatch(/^data:/);
  // Signed out, or on a page where one is somebody else.
  unmount();
  expect(icon.href).toBe(before);
});
