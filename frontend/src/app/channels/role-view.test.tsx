import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { endRoleView, forgetLastViewed, lastViewed, stopRoleView, useRoleView, viewAs } from './role-view';

const { withhold, retryUnanswered } = vi.hoisted(() => ({
  withhold: vi.fn<(onWithheld: (() => void) | null) => void>(),
  retryUnanswered: vi.fn(),
}));
vi.mock('@/session/browser-session', () => ({ api: { withhold } }));
vi.mock('@/features/timeline/model/browser-outbox', () => ({ outbox: { retryUnanswered } }));

beforeEach(() => {
  endRoleView();
  withhold.mockReset();
  retryUnanswered.mockReset();
});

it('withholds commands for as long as one looks as somebody else, and counts them', () => {
  const { result } = renderHook(() => useRoleView('s'));
  act(() => viewAs('s', 'crew'));
  expect(result.current).toEqual({ serverId: 's', roleId: 'crew', withheld: 0 });
  act(() => withhold.mock.lastCall?.[0]?.());
  expect(result.current?.withheld).toBe(1);
  act(() => endRoleView());
  expect(result.current).toBeNull();
  expect(withhold).toHaveBeenLastCalledWith(null);
  // What was on its way before goes on.
  expect(retryUnanswered).toHaveBeenCalledOnce();
});

it('is about one server', () => {
  const { result } = renderHook(() => useRoleView('other'));
  act(() => viewAs('s', 'crew'));
  expect(result.current).toBeNull();
});

it('tells whoever comes back as which role they have looked, once', () => {
  viewAs('s', 'crew');
  expect(lastViewed('s')).toBeNull();
  stopRoleView();
  expect(lastViewed('other')).toBeNull();
  expect(lastViewed('s')).toBe('crew');
  forgetLastViewed();
  expect(lastViewed('s')).toBeNull();
});

it('tells it to nobody who has not come back, or is somebody else', () => {
  viewAs('s', 'crew');
  endRoleView();
  expect(lastViewed('s')).toBeNull();

  viewAs('s', 'crew');
  stopRoleView();
  // As whoever signs out does.
  endRoleView();
  expect(lastViewed('s')).toBeNull();
});
