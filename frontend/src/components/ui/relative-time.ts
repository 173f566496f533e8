const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const LONGEST_DAYS = 7;

/** `now`, `5 minutes ago`, `in 3 hours`; further away than a week the date. */
export function relativeTime(at: string, now: number, locale: string): string {
  const seconds = (Date.parse(at) - now) / 1_000;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(seconds) >= LONGEST_DAYS * 86_400) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(at));
  }
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', Infinity];
  return words.format(Math.trunc(seconds / length), unit);
}
