import type { Mentionable } from '@/contracts/mentions';

/** Somebody, or a role, that may be mentioned. */
export interface Suggestion extends Mentionable {
  readonly id: string;
  readonly kind: 'user' | 'role' | 'everyone';
  /** What else they are found by and shown with, such as the username. */
  readonly detail: string;
}

export interface Typed {
  /** Where the at sign stands. */
  readonly start: number;
  readonly query: string;
}

const LONGEST_QUERY = 40;
const SHOWN = 8;

/** The mention that is being typed at the caret; null if none is. */
export function mentionAt(text: string, caret: number): Typed | null {
  const start = text.lastIndexOf('@', caret - 1);
  if (start === -1 || caret - start > LONGEST_QUERY) return null;
  const query = text.slice(start + 1, caret);
  const startsWord = start === 0 || /[\s([{"'*_~-]/.test(text.charAt(start - 1));
  return startsWord && !/[\n@`]|\s\s|^\s/.test(query) ? { start, query } : null;
}

/** Those whose names fit what was typed, those that begin with it first. */
export function suggestionsFor(query: string, all: readonly Suggestion[]): Suggestion[] {
  const wanted = query.toLocaleLowerCase();
  const rankOf = ({ name, detail }: Suggestion) => {
    const known = [name, detail].map((word) => word.toLocaleLowerCase());
    if (known.some((word) => word.startsWith(wanted))) return 0;
    return known.some((word) => word.split(/[\s._-]+/).some((part) => part.startsWith(wanted))) ? 1 : null;
  };
  return all
    .map((suggestion) => ({ suggestion, rank: rankOf(suggestion) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .slice(0, SHOWN)
    .map(({ suggestion }) => suggestion);
}
