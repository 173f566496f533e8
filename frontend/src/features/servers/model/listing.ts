/** Changes of lists that people see in an order. What changes nothing gives the same list back. */

export function plus<T>(list: readonly T[], item: T, isSame: (other: T) => boolean): T[] {
  return list.some(isSame) ? (list as T[]) : [...list, item];
}

export function without<T>(list: readonly T[], gone: (item: T) => boolean): T[] {
  return list.some(gone) ? list.filter((item) => !gone(item)) : (list as T[]);
}

export function changed<T>(list: readonly T[], which: (item: T) => boolean, change: (item: T) => T): T[] {
  return list.some(which) ? list.map((item) => (which(item) ? change(item) : item)) : (list as T[]);
}

/** Puts an item behind the one that is meant, or first. One that is not there leaves the item last. */
export function placed<T>(list: readonly T[], item: T, after: ((other: T) => boolean) | null): T[] {
  const others = list.filter((other) => other !== item);
  if (after === null) return [item, ...others];
  const index = others.findIndex(after);
  return index === -1 ? [...others, item] : others.toSpliced(index + 1, 0, item);
}
