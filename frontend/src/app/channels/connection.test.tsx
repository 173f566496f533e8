import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { ConnectionProvider } from './connection';

const { api, outbox, gateway, listeners } = vi.hoisted(() => {
  const listeners = new Set<() => void>();
  return {
    listeners,
    api: { isWithholding: false },
    outbox: { retryUnanswered: vi.fn(), retryDue: vi.fn() },
    gateway: {
      state: () => ({ name: 'live' }),
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      start: () => undefined,
      stop: () => undefined,
    },
  };
});
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }));
vi.mock('@/session/browser-session', async (original) => ({ ...(await original<object>()), api }));
vi.mock('@/features/timeline/model/browser-outbox', () => ({ outbox }));
vi.mock('./gateway', () => ({ createGateway: () => gateway }));
vi.mock('./announcer', () => ({
  Announcer: class {
    start = () => () => undefined;
    speak = () => () => undefined;
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  api.isWithholding = false;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ConnectionProvider>{null}</ConnectionProvider>
    </QueryClientProvider>,
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

const passesOrReconnects = () =>
  act(() => {
    listeners.forEach((listener) => listener());
    vi.advanceTimersByTime(10_000);
  });

it('tries again what got no answer, at once when the connection is back and then by and by', () => {
  passesOrReconnects();
  expect(outbox.retryUnanswered).toHaveBeenCalledOnce();
  expect(outbox.retryDue).toHaveBeenCalledOnce();
});

it('tries nothing again while commands are withheld', () => {
  api.isWithholding = true;
  passesOrReconnects();
  expect(outbox.retryUnanswered).not.toHaveBeenCalled();
  expect(outbox.retryDue).not.toHaveBeenCalled();
});
