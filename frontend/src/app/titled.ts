/** What a window is called, from the most particular on. */
export function titled(...parts: string[]): string {
  return [...parts, 'WebChat'].join(' · ');
}
