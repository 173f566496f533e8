import { describe, expect, it } from 'vitest';
import { dayName, messageTime } from './times';

const now = new Date(2026, 4, 12, 15, 0);
const iso = (day: number, hours: number) => new Date(2026, 4, day, hours, 5).toISOString();

describe('times', () => {
  it('say as much as the reader needs', () => {
    expect(messageTime(iso(12, 14), now, 'en-GB')).toBe('14:05');
    expect(messageTime(iso(11, 23), now, 'en-GB')).toBe('Yesterday 23:05');
    expect(messageTime(iso(3, 9), now, 'en-GB')).toBe('3 May 2026, 09:05');
  });

  it('name days in the words of the locale', () => {
    expect(dayName(iso(12, 1), now, 'en-GB')).toBe('Today');
    expect(dayName(iso(11, 1), now, 'de')).toBe('Gestern');
    expect(dayName(iso(3, 1), now, 'en-GB')).toMatch(/Sunday.? 3 May 2026/);
  });
});
