import { describe, expect, it } from 'vitest';
import { afterKey, chosenIn, fieldOf, momentAt, spanOf, stepOf, stepsOf, type Span } from './moments';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const noon = new Date(2026, 4, 3, 12).getTime();
const span: Span = { from: noon, to: noon + 10 * DAY + 250 };

describe('the moments of a channel', () => {
  it('begin with the first full second of it', () => {
    expect(spanOf(noon + 1, noon + DAY)).toEqual({ from: noon + 1_000, to: noon + DAY });
    expect(spanOf(noon, noon + DAY).from).toBe(noon + 1_000);
  });

  it('are there though it has only just begun, or clocks differ', () => {
    expect(spanOf(noon + 500, noon + 600)).toEqual({ from: noon + 600, to: noon + 600 });
    expect(stepsOf({ from: noon, to: noon })).toBe(1);
    expect(momentAt(0, { from: noon, to: noon })).toBe(noon);
  });
});

describe('the steps of a slider', () => {
  it('are seconds, and the last one is the present', () => {
    const steps = stepsOf(span);
    expect(steps).toBe(10 * 86_400 + 1);
    expect(momentAt(0, span)).toBe(noon);
    expect(momentAt(90, span)).toBe(noon + 90_000);
    expect(momentAt(steps - 1, span)).toBe(noon + 10 * DAY);
    expect(momentAt(steps, span)).toBeNull();
  });

  it('lead back to where they came from', () => {
    for (const step of [0, 1, 3_600, stepsOf(span) - 1, stepsOf(span)]) {
      expect(stepOf(momentAt(step, span), span)).toBe(step);
    }
  });

  it('have a place for what lies between them, and for what is not among them', () => {
    expect(stepOf(noon + 1_999, span)).toBe(1);
    expect(stepOf(noon - DAY, span)).toBe(0);
    expect(stepOf(span.to, span)).toBe(stepsOf(span) - 1);
  });
});

describe('a key', () => {
  it('goes an hour or a day, and not beyond the ends', () => {
    expect(afterKey('ArrowLeft', noon + DAY, span, 'ltr')).toBe(noon + DAY - HOUR);
    expect(afterKey('ArrowDown', noon + DAY, span, 'ltr')).toBe(noon + DAY - HOUR);
    expect(afterKey('ArrowRight', noon + DAY, span, 'ltr')).toBe(noon + DAY + HOUR);
    expect(afterKey('ArrowUp', noon + DAY, span, 'ltr')).toBe(noon + DAY + HOUR);
    expect(afterKey('PageDown', noon + 2 * DAY, span, 'ltr')).toBe(noon + DAY);
    expect(afterKey('PageUp', noon + 2 * DAY, span, 'ltr')).toBe(noon + 3 * DAY);
    expect(afterKey('PageDown', noon + HOUR, span, 'ltr')).toBe(noon);
    expect(afterKey('PageUp', span.to - HOUR, span, 'ltr')).toBeNull();
    expect(afterKey('Home', null, span, 'ltr')).toBe(noon);
    expect(afterKey('End', noon, span, 'ltr')).toBeNull();
  });

  it('goes back from the present', () => {
    expect(afterKey('ArrowLeft', null, span, 'ltr')).toBe(span.to - HOUR);
    expect(afterKey('ArrowRight', null, span, 'ltr')).toBeNull();
  });

  it('goes where it points', () => {
    expect(afterKey('ArrowLeft', noon + DAY, span, 'rtl')).toBe(noon + DAY + HOUR);
    expect(afterKey('ArrowRight', noon + DAY, span, 'rtl')).toBe(noon + DAY - HOUR);
    expect(afterKey('ArrowUp', noon + DAY, span, 'rtl')).toBe(noon + DAY + HOUR);
  });

  it('goes less far where there is less than a day', () => {
    const short = { from: noon, to: noon + 12 * HOUR };
    expect(afterKey('ArrowLeft', null, short, 'ltr')).toBe(short.to - HOUR / 2);
    expect(afterKey('PageDown', null, short, 'ltr')).toBe(short.to - 3 * HOUR);
  });

  it('is left to the browser if it is another one', () => {
    expect(afterKey('Tab', noon, span, 'ltr')).toBeUndefined();
    expect(afterKey('Escape', noon, span, 'ltr')).toBeUndefined();
  });
});

describe('the field', () => {
  it('goes by the clock of the reader', () => {
    expect(fieldOf(new Date(2026, 0, 31, 4, 5, 6, 789).getTime())).toBe('2026-01-31T04:05:06');
    expect(chosenIn('2026-05-04T08:30', span)).toBe(new Date(2026, 4, 4, 8, 30).getTime());
    expect(chosenIn(fieldOf(noon + DAY), span)).toBe(noon + DAY);
  });

  it('chooses nothing before it is filled, or where there is nothing to choose', () => {
    expect(chosenIn('', span)).toBeNull();
    expect(chosenIn('2026-05-03T11:59:59', span)).toBeNull();
    expect(chosenIn('2027-01-01T00:00', span)).toBeNull();
    expect(chosenIn('0002-05-04T08:30', span)).toBeNull();
  });
});
