import { renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { serviceClock } from '@/http/service-clock';
import { useObstacle } from './use-obstacle';

it('slow mode ends by the time of the services, however slow the clock of this machine is', () => {
  const machine = Date.parse('2026-01-31T12:00:00Z');
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: machine });
  const minutesLater = (minutes: number) => new Date(machine + minutes * 60_000);
  serviceClock.answered(Date.now(), minutesLater(10).toUTCString());
  const writing = {
    permissions: ['send-messages'],
    member: undefined,
    slowModeSeconds: 30,
    lastSentAt: minutesLater(9).toISOString(),
  };
  const { result } = renderHook(() => useObstacle(writing));
  expect(result.current.obstacle).toBeNull();
  serviceClock.answered(Date.now(), minutesLater(0).toUTCString());
  vi.useRealTimers();
});
