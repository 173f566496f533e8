import type { Mentionable } from '@/contracts/mentions';

/** Somebody, or a role, that may be mentioned, or a channel that may be named. */
export interface Suggestion extends Mentionable {
  readonly id: string;
  readonly kind: 'user' | 'role' | 'everyone' | 'channel';
  /** What else they are found by and shown with, such as the username. */
  readonly detail: string;
}

/** An emoji that is found by its words. */
export interface EmojiSuggestion {
  readonly id: string;
  readonly kind: 'emoji';
  readonly name: string;
  readonly emoji: string;
}

export interface Typed {
  /** An at sign for a mention, a hash for a channel, a colon for an emoji. */
  readonly mark: '@' | '#' | ':';
  /** Where it stands. */
  readonly start: number;
  readonly query: string;
}

const LONGEST_QUERY = 40;
export const SHOWN = 8;

/** The mention, channel or emoji that is being typed at the caret; null if none is. */
export function typedAt(text: string, caret: number): Typed | null {
  const mention = after('@', text, caret, /^(?!\s)(?!.*\s\s)[^\n@`]*$/);
  if (isCode(text, caret)) return mention;
  const channel = after('#', text, caret, /^(?!\s)(?!.*\s\s)[^\n#`]*$/);
  const emoji = after(':', text, caret, /^[\p{L}\p{N}_+-]{2,}$/u);
  // A name may have spaces, and so go on to where something else begins.
  return emoji ?? (channel && mention && channel.start < mention.start ? mention : (channel ?? mention));
}

/** Whether a block of code has begun that has not ended. */
function isCode(text: string, caret: number): boolean {
  return text.slice(0, caret).split('```').length % 2 === 0;
}

function after(mark: Typed['mark'], text: string, caret: number, form: RegExp): Typed | null {
  const start = text.lastIndexOf(mark, caret - 1);
  if (start === -1 || caret - start > LONGEST_QUERY) return null;
  const query = text.slice(start + 1, caret);
  const startsWord = start === 0 || /[\s([{"'*_~-]/.test(text.charAt(start - 1));
  return startsWord && form.test(query) ? { mark, start, query } : null;
}

/** Those whose names fit what was typed after a mark, those that begin with it first. */
export function suggestionsFor(mark: '@' | '#', query: string, all: readonly Suggestion[]): Suggestion[] {
  const wanted = query.toLocaleLowerCase();
  const rankOf = ({ name, detail }: Suggestion) => {
    const known = [name, detail].map((word) => word.toLocaleLowerCase());
    if (known.some((word) => word.startsWith(wanted))) return 0;
    return known.some((word) => word.split(/[\s._-]+/).some((part) => part.startsWith(wanted))) ? 1 : null;
  };
  return all
    .filter((suggestion) => (suggestion.mark ?? '@') === mark)
    .map((suggestion) => ({ suggestion, rank: rankOf(suggestion) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .slice(0, SHOWN)
    .map(({ suggestion }) => suggestion);
}
