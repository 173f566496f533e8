/** What can be asked for beside words, as the services know it. */
export const FILTERS = [
  { key: 'from', hint: 'search.aPerson' },
  { key: 'in', hint: 'search.aChannel' },
  { key: 'has', hint: 'search.aKind' },
  { key: 'mentions', hint: 'search.aPerson' },
  { key: 'before', hint: 'search.aDay' },
  { key: 'after', hint: 'search.aDay' },
] as const;

export type FilterKey = (typeof FILTERS)[number]['key'];

/** A filter that was chosen. */
export interface Filter {
  readonly key: FilterKey;
  /** What the services read: an id, a day, a kind. */
  readonly value: string;
  readonly label: string;
}

export interface Search {
  readonly filters: readonly Filter[];
  /** Words and phrases, and filters that were typed to the end. */
  readonly text: string;
}

export const NO_SEARCH: Search = { filters: [], text: '' };

/** A filter that is being typed, and what of its value. */
export const TYPED = new RegExp(`(?:^|\\s)(${FILTERS.map(({ key }) => key).join('|')}):"?([^"\\s]*)$`, 'i');

/** As the services read it; empty if nothing is asked for. */
export function queryOf({ filters, text }: Search): string {
  return [...filters.map(({ key, value }) => `${key}:${value}`), text.trim()].filter((part) => part !== '').join(' ');
}

/** The name of somebody that is being typed as the value of a filter; empty if none is. */
export function typedName(text: string): string {
  const [, key = '', value = ''] = TYPED.exec(text) ?? [];
  return ['from', 'mentions'].includes(key.toLowerCase()) ? value.replace(/^@/, '') : '';
}

export function without({ filters, text }: Search, filter: Filter): Search {
  return { filters: filters.filter((other) => other !== filter), text };
}
