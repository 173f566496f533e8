import { expect, it } from 'vitest';
import { FITTED, toggled, zoomed, type Zoom } from './zoom';

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
