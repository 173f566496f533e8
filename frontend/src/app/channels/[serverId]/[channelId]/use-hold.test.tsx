import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { message } from '@/features/timeline/model/examples';
import { useHold } from './use-hold';

vi.mock('@/features/unread/model/marks', () => ({ readAgainFrom: () => Promise.resolve() }));

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);
const escape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });

it('what is marked unread stays so when an Escape closes something, and not when it is for the channel', () => {
  const { result } = renderHook(() => useHold('c'), { wrapper });
  act(() => result.current.onMarkUnread(message('m')));
  expect(result.current.heldIn(null)).toBe(true);

  const closing = escape();
  closing.preventDefault();
  act(() => void document.dispatchEvent(closing));
  expect(result.current.heldIn(null)).toBe(true);
  act(() => void document.dispatchEvent(escape()));
  expect(result.current.heldIn(null)).toBe(false);
});
