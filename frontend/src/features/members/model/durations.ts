/** How long a time-out may be chosen to last, in seconds; the services allow 28 days. */
export const DURATIONS: readonly number[] = [60, 300, 600, 3_600, 86_400, 604_800, 2_419_200];

/** When something ends, as people say it. */
export function endOf(until: Date, locale: string, now = new Date()): string {
  const sameDay = until.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(
    locale,
    sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  ).format(until);
}
