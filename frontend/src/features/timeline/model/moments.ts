import { dayOf } from './days';

/** A moment that one looks back to, in milliseconds; null for the present, whenever that is. */
export type Moment = number | null;

/** Between which moments one chooses, in milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const STEP_MILLIS = 1_000;
const HOUR_MILLIS = 3_600_000;
const DAY_MILLIS = 24 * HOUR_MILLIS;

/** From the first full second of a channel. */
export function spanOf(createdAt: number, now: number): Span {
  const from = (Math.floor(createdAt / STEP_MILLIS) + 1) * STEP_MILLIS;
  return { from: Math.min(from, now), to: now };
}

/** How many steps a slider has: one for each second, of which the last is the present. */
export function stepsOf({ from, to }: Span): number {
  return Math.max(1, Math.ceil((to - from) / STEP_MILLIS));
}

/** The step at which a moment is, or after which it comes. */
export function stepOf(moment: Moment, span: Span): number {
  const steps = stepsOf(span);
  if (moment === null) return steps;
  return Math.min(steps - 1, Math.max(0, Math.floor((moment - span.from) / STEP_MILLIS)));
}

export function momentAt(step: number, span: Span): Moment {
  return step >= stepsOf(span) ? null : span.from + step * STEP_MILLIS;
}

/**
 * Where a key leads: arrows by an hour, pages by a day, or by less where there is not yet a day to look back to. Undefined
 * for a key that leads nowhere.
 */
export function afterKey(key: string, moment: Moment, span: Span, direction: 'ltr' | 'rtl'): Moment | undefined {
  const length = span.to - span.from;
  const isShort = length < DAY_MILLIS;
  const hour = isShort ? length / 24 : HOUR_MILLIS;
  const day = isShort ? length / 4 : DAY_MILLIS;
  const forward = direction === 'rtl' ? -hour : hour;
  switch (key) {
    case 'Home':
      return span.from;
    case 'End':
      return null;
    case 'ArrowRight':
      return moved(moment, forward, span);
    case 'ArrowLeft':
      return moved(moment, -forward, span);
    case 'ArrowUp':
      return moved(moment, hour, span);
    case 'ArrowDown':
      return moved(moment, -hour, span);
    case 'PageUp':
      return moved(moment, day, span);
    case 'PageDown':
      return moved(moment, -day, span);
    default:
      return undefined;
  }
}

function moved(moment: Moment, millis: number, { from, to }: Span): Moment {
  const there = Math.round((moment ?? to) + millis);
  return there >= to ? null : Math.max(from, there);
}

/** As a field for a date and a time has it, to the second, by the reader's own clock: `2026-01-31T14:05:00`. */
export function fieldOf(moment: number): string {
  const at = new Date(moment);
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0'));
  return `${dayOf(at)}T${time.join(':')}`;
}

/** What such a field says; null while it is not filled, or says what cannot be chosen. */
export function chosenIn(field: string, { from, to }: Span): number | null {
  const at = new Date(field).getTime();
  return at >= from && at <= to ? at : null;
}
