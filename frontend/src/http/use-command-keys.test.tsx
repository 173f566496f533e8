import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { serviceClock } from './service-clock';
import { useCommandKeys } from './use-command-keys';

const HOUR_MILLIS = 3_600_000;

it('a key says when it was made by the clock of the services, whatever that of the machine says', () => {
  const now = Date.now();
  serviceClock.answered(now, new Date(now + HOUR_MILLIS).toUTCString());
  const { result } = renderHook(() => useCommandKeys());
  const key = result.current.of('x');
  const madeAt = Number.parseInt(key.replaceAll('-', '').slice(0, 12), 16);
  expect(key[14]).toBe('7');
  expect(Math.abs(madeAt - now - HOUR_MILLIS)).toBeLessThan(60_000);
});
