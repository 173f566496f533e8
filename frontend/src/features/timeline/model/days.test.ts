import { describe, expect, it } from 'vitest';
import { dayOf, daysBefore, isOn, monthBefore, startOf } from './days';

describe('a day', () => {
  it('begins at midnight where the reader is', () => {
    expect(startOf('2026-05-03')).toEqual(new Date(2026, 4, 3));
    expect(dayOf(new Date(2026, 4, 3, 23, 59))).toBe('2026-05-03');
    expect(dayOf(new Date(2026, 11, 31))).toBe('2026-12-31');
  });

  it('has what was said from then until the next one', () => {
    expect(isOn('2026-05-03', new Date(2026, 4, 3).toISOString())).toBe(true);
    expect(isOn('2026-05-03', new Date(2026, 4, 3, 23, 59, 59, 999).toISOString())).toBe(true);
    expect(isOn('2026-05-03', new Date(2026, 4, 4).toISOString())).toBe(false);
    expect(isOn('2026-05-03', new Date(2026, 4, 2, 23, 59).toISOString())).toBe(false);
  });

  it('is counted back over the ends of months and years', () => {
    expect(daysBefore(new Date(2026, 0, 1), 1)).toBe('2025-12-31');
    expect(daysBefore(new Date(2026, 2, 3, 18), 7)).toBe('2026-02-24');
    expect(monthBefore(new Date(2026, 4, 31))).toBe('2026-04-30');
    expect(monthBefore(new Date(2026, 0, 15))).toBe('2025-12-15');
  });
});
