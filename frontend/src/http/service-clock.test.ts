import { expect, it } from 'vitest';
import { ServiceClock } from './service-clock';

const TRUE_TIME = Date.parse('2026-01-31T12:00:00.400Z');
const HEADER = 'Sat, 31 Jan 2026 12:00:00 GMT';

it('tells the time of the services where the clock of the machine is wrong, to the second', () => {
  for (const wrong of [-600_000, 0, 7_200_000]) {
    let machine = TRUE_TIME + wrong;
    const clock = new ServiceClock(() => machine);
    expect(clock.now()).toBe(machine);
    const askedAt = machine - 40;
    clock.answered(askedAt, HEADER);
    expect(Math.abs(clock.now() - TRUE_TIME)).toBeLessThan(1_000);
    machine += 60_000;
    expect(Math.abs(clock.now() - TRUE_TIME - 60_000)).toBeLessThan(1_000);
  }
});

it('does not waver with every answer, and follows a clock that is put right', () => {
  let machine = TRUE_TIME;
  const clock = new ServiceClock(() => machine);
  clock.answered(machine - 40, HEADER);
  expect(clock.now()).toBe(TRUE_TIME);
  clock.answered(machine, null);
  clock.answered(machine, 'soon');
  expect(clock.now()).toBe(TRUE_TIME);
  machine -= 3_600_000;
  clock.answered(machine - 40, HEADER);
  expect(Math.abs(clock.now() - TRUE_TIME)).toBeLessThan(1_000);
});
