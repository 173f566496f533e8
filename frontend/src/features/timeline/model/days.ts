/** A day of the reader's own calendar, as a date field has it: `2026-01-31`. */
export type Day = string;

/** When a day begins where the reader is. */
export function startOf(day: Day): Date {
  // Without a zone it is the reader's own; with the day alone it would be that of Greenwich.
  return new Date(`${day}T00:00`);
}

export function dayOf(at: Date): Day {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The same day of the month before, or the last one of a month that is shorter. */
export function monthBefore(now: Date): Day {
  const lastOfMonth = new Date(now.getFullYear(), now.getMonth(), 0);
  return dayOf(
    new Date(lastOfMonth.getFullYear(), lastOfMonth.getMonth(), Math.min(now.getDate(), lastOfMonth.getDate())),
  );
}

export function daysBefore(now: Date, days: number): Day {
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
}

export function isOn(day: Day, at: string): boolean {
  return dayOf(new Date(at)) === day;
}
