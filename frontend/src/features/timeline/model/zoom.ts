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
