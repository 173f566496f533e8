/** The next one of a list in a direction, around its ends, of those that are wanted; null if there is no other. */
export function stepFrom<T>(
  list: readonly T[],
  current: T | null,
  by: -1 | 1,
  wanted: (item: T) => boolean = () => true,
): T | null {
  const start = current === null ? -1 : list.indexOf(current);
  const from = start === -1 && by === -1 ? 0 : start;
  for (let steps = 1; steps <= list.length; steps++) {
    const item = list[(from + by * steps + list.length * 2) % list.length];
    if (item !== undefined && item !== current && wanted(item)) return item;
  }
  return null;
}
