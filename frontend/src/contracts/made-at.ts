/** When what has an id of version 7 was made, in milliseconds; null for an id of another version. */
export function madeAt(id: string): number | null {
  return id.charAt(14) === '7' ? Number.parseInt(id.replace('-', '').slice(0, 12), 16) : null;
}
