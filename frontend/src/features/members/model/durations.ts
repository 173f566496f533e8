/** How long a time-out may be chosen to last, in seconds; the services allow 28 days. */
export const DURATIONS: readonly { seconds: number; label: string }[] = [
  { seconds: 60, label: '1 minute' },
  { seconds: 300, label: '5 minutes' },
  { seconds: 600, label: '10 minutes' },
  { seconds: 3_600, label: '1 hour' },
  { seconds: 86_400, label: '1 day' },
  { seconds: 604_800, label: '1 week' },
  { seconds: 2_419_200, label: '28 days' },
];

/** When something ends, as people say it. */
export function endOf(until: Date, now = new Date()): string {
  const sameDay = until.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(
    undefined,
    sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  ).format(until);
}
