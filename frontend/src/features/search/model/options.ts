import type { Translate } from '@/i18n/translate';
import { FILTERS, TYPED, type Filter, type FilterKey, type Search } from './search';

/** What there is to choose from. */
export interface Vocabulary {
  readonly people: readonly { readonly id: string; readonly name: string; readonly username: string }[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
}

/** Something to choose while one types: a filter to fill in, or the value of one. */
export interface Option {
  readonly id: string;
  readonly kind: 'filter' | FilterKey;
  readonly name: string;
  readonly detail: string;
  /** Null for a filter that has no value yet. */
  readonly filter: Filter | null;
}

const SHOWN = 8;
const KINDS = ['link', 'image', 'video', 'audio', 'file'] as const;
const LAST_WORD = /\S*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What to choose, given what was typed so far. */
export function optionsFor(text: string, vocabulary: Vocabulary, today: Date, t: Translate): Option[] {
  const typed = TYPED.exec(text);
  if (typed) {
    const [, key = '', value = ''] = typed;
    return valuesOf(key.toLowerCase() as FilterKey, value.toLocaleLowerCase(), vocabulary, today, t).slice(0, SHOWN);
  }
  const word = (LAST_WORD.exec(text)?.[0] ?? '').toLowerCase();
  return FILTERS.filter(({ key }) => key.startsWith(word)).map(({ key, hint }) => ({
    id: key,
    kind: 'filter',
    name: `${key}:`,
    detail: t(hint),
    filter: null,
  }));
}

/** Whether the value of a filter is being typed, so that the first option is meant by Enter. */
export function isTypingValue(text: string): boolean {
  return TYPED.test(text);
}

/** What an option makes of a search: a filter in place of what was typed of it, or its name to go on from. */
export function choose({ filters, text }: Search, option: Option): Search {
  if (option.filter === null) return { filters, text: text.replace(LAST_WORD, option.name) };
  const { key, value } = option.filter;
  const others = filters.filter((filter) => !(filter.key === key && (isDay(key) || filter.value === value)));
  return { filters: [...others, option.filter], text: text.replace(TYPED, '') };
}

function isDay(key: FilterKey): boolean {
  return key === 'before' || key === 'after';
}

function valuesOf(
  key: FilterKey,
  typed: string,
  { people, channels }: Vocabulary,
  today: Date,
  t: Translate,
): Option[] {
  switch (key) {
    case 'from':
    case 'mentions':
      return [...people, ...(key === 'mentions' ? [{ id: 'everyone', name: t('search.everyone'), username: '' }] : [])]
        .filter(({ name, username }) => fits(typed.replace(/^@/, ''), name, username))
        .map(({ id, name, username }) => option(key, id, name, username && `@${username}`));
    case 'in':
      return channels
        .filter(({ name }) => fits(typed.replace(/^#/, ''), name))
        .map(({ id, name }) => option(key, id, name, '', `#${name}`));
    case 'has':
      return KINDS.map((kind) => ({ kind, name: t(`search.${kind}`) }))
        .filter(({ kind, name }) => kind.startsWith(typed) || fits(typed, name))
        .map(({ kind, name }) => option(key, kind, name, ''));
    case 'before':
    case 'after':
      return days(typed, today, t).map(({ name, day }) => option(key, day, name, name === day ? '' : day, day));
  }
}

function option(key: FilterKey, value: string, name: string, detail: string, label = name): Option {
  return { id: `${key}:${value}`, kind: key, name, detail, filter: { key, value, label } };
}

function fits(typed: string, ...names: string[]): boolean {
  return names.some((name) =>
    [name, ...name.split(/[\s._-]+/)].some((part) => part.toLocaleLowerCase().startsWith(typed)),
  );
}

function days(typed: string, today: Date, t: Translate): { name: string; day: string }[] {
  if (DAY.test(typed)) return [{ name: typed, day: typed }];
  const ago = (count: number) => dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - count));
  return [
    { name: t('search.today'), day: ago(0) },
    { name: t('search.yesterday'), day: ago(1) },
    { name: t('search.weekAgo'), day: ago(7) },
    { name: t('search.monthAgo'), day: ago(30) },
    { name: t('search.yearAgo'), day: ago(365) },
  ].filter(({ name, day }) => name.toLocaleLowerCase().startsWith(typed) || day.startsWith(typed));
}

function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
