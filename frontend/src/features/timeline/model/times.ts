const cache = new Map<string, Intl.DateTimeFormat>();

function format(at: Date, options: Intl.DateTimeFormatOptions, locale: string): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let formatter = cache.get(key);
  if (!formatter) cache.set(key, (formatter = new Intl.DateTimeFormat(locale, options)));
  return formatter.format(at);
}

function daysAgo(at: Date, now: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}

function relativeDay(days: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}

/** `14:05`, `Yesterday 14:05` or `3 May 2026, 14:05`: as much as the reader needs. */
export function messageTime(at: string, now: Date, locale: string): string {
  const date = new Date(at);
  const days = daysAgo(date, now);
  if (days === 0) return format(date, { timeStyle: 'short' }, locale);
  if (days === 1) return `${relativeDay(1, locale)} ${format(date, { timeStyle: 'short' }, locale)}`;
  return format(date, { dateStyle: 'medium', timeStyle: 'short' }, locale);
}

/** `14:05`, or `3 May, 14:05`: in the middle of a sentence. */
export function sinceTime(at: string, now: Date, locale: string): string {
  const date = new Date(at);
  if (daysAgo(date, now) === 0) return format(date, { timeStyle: 'short' }, locale);
  const year = date.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return format(date, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', ...year }, locale);
}

export function clockTime(at: string, locale: string): string {
  return format(new Date(at), { timeStyle: 'short' }, locale);
}

/** `Today`, `Yesterday`, or the date in full. */
export function dayName(at: string, now: Date, locale: string): string {
  const date = new Date(at);
  const days = daysAgo(date, now);
  return days === 0 || days === 1 ? relativeDay(days, locale) : format(date, { dateStyle: 'full' }, locale);
}

export function absoluteTime(at: string, locale: string): string {
  return format(new Date(at), { dateStyle: 'full', timeStyle: 'medium' }, locale);
}
