import { renderHook } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useStopViewing } from './use-stop-viewing';

const { push, stopRoleView, at } = vi.hoisted(() => ({
  push: vi.fn<(path: string) => void>(),
  stopRoleView: vi.fn<() => void>(),
  at: { path: '' },
}));
vi.mock('next/navigation', () => ({ usePathname: () => at.path, useRouter: () => ({ push }) }));
vi.mock('./role-view', () => ({ stopRoleView }));

beforeEach(() => {
  push.mockReset();
  stopRoleView.mockReset();
  at.path = '/channels/s/c';
});

it('one is oneself again once one has left what one looked at, and not before', () => {
  const { result, rerender } = renderHook(() => useStopViewing('s'));
  result.current();
  expect(push).toHaveBeenCalledExactlyOnceWith('/channels/s/settings/roles');
  rerender();
  expect(stopRoleView).not.toHaveBeenCalled();

  at.path = '/channels/s/settings/roles';
  rerender();
  expect(stopRoleView).toHaveBeenCalledOnce();
  at.path = '/channels/s/c';
  rerender();
  expect(stopRoleView).toHaveBeenCalledOnce();
});

it('who is there already need not go anywhere', () => {
  at.path = '/channels/s/settings/roles';
  const { result } = renderHook(() => useStopViewing('s'));
  result.current();
  expect(stopRoleView).toHaveBeenCalledOnce();
  expect(push).not.toHaveBeenCalled();
});
