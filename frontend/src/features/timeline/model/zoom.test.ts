import { expect, it } from 'vitest';
import { FITTED, heldInMiddle, toggled, zoomed, type Zoom } from './zoom';

it('goes in steps, from all of it to the closest and back', () => {
  const closer: Zoom[] = [FITTED];
  for (let zoom = zoomed(FITTED, 1); zoom !== closer.at(-1); zoom = zoomed(zoom, 1)) closer.push(zoom);
  expect(closer).toEqual([1, 1.5, 2, 3, 4, 6, 8]);
  expect(closer.toReversed().map((zoom) => zoomed(zoom, -1))).toEqual([6, 4, 3, 2, 1.5, 1, 1]);
});

it('comes closer at once, and shows all of it again', () => {
  expect(toggled(FITTED)).toBe(2);
  expect(toggled(1.5)).toBe(FITTED);
});

it.each([
  ['an image that still fits', 0, 400, 800, 0],
  ['an image that no longer fits, by its middle', 0, 800, 1_200, 100],
  ['an image that fills the view', 0, 1_000, 2_000, 500],
  ['what one has moved to', 1_000, 2_000, 4_000, 2_500],
  ['what one has moved to, coming back', 2_500, 4_000, 2_000, 1_000],
  ['an image that fits again', 100, 1_200, 800, 0],
  ['nothing', 0, 0, 0, 0],
])('keeps in the middle of the view %s', (_, scrolled, before, after, expected) => {
  expect(heldInMiddle(scrolled, 1_000, before, after)).toBe(expected);
});
