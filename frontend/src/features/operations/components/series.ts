const COLORS = 8;
const DASHES: readonly number[][] = [[], [8, 4], [2, 3]];

/** The variable of the theme that has the colour of a line. */
export function colorOf(index: number): string {
  return `--series-${(index % COLORS) + 1}`;
}

/** Lines that share a colour differ by their dashes; uPlot takes an empty list for none. */
export function dashOf(index: number): number[] {
  return [...(DASHES[Math.floor(index / COLORS) % DASHES.length] ?? [])];
}
