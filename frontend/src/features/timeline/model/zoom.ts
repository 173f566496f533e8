/** How much larger than fits the screen an image is shown. */
export type Zoom = (typeof STEPS)[number];

const STEPS = [1, 1.5, 2, 3, 4, 6, 8] as const;

export const FITTED: Zoom = 1;

/** The next step in a direction; the same at the end. */
export function zoomed(zoom: Zoom, direction: 1 | -1): Zoom {
  return STEPS[STEPS.indexOf(zoom) + direction] ?? zoom;
}

/** As pressing twice does: closer, or all of it again. */
export function toggled(zoom: Zoom): Zoom {
  return zoom === FITTED ? 2 : FITTED;
}

/**
 * How far a view of an image is to be scrolled, so that what was in its middle stays there when the image has grown from a
 * size to another. In pixels along one axis; an image that is smaller than the view is in its middle.
 */
export function heldInMiddle(scrolled: number, view: number, before: number, after: number): number {
  if (before === 0) return 0;
  const beside = (size: number) => Math.max(0, (view - size) / 2);
  return ((scrolled + view / 2 - beside(before)) * after) / before + beside(after) - view / 2;
}
