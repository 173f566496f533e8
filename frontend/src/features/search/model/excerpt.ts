import type { Range } from '../api/search-messages';

export type Piece =
  { readonly kind: 'text' | 'found'; readonly text: string } | { readonly kind: 'user' | 'role'; readonly id: string };

const MENTION = /<@(&?)([0-9a-f-]{36})>/g;
/** With room for two mentions, which are shown as names. */
const LEAD = 90;

/** A text in pieces: what was found, whom it mentions, and the rest, from a little before the first match on. */
export function piecesOf(content: string, highlights: readonly Range[]): Piece[] {
  const from = beginning(content, highlights[0]?.start ?? 0);
  const pieces: Piece[] = from > 0 ? [{ kind: 'text', text: '…' }] : [];
  let at = from;
  for (const { start, end } of highlights) {
    if (start > at) pieces.push(...plain(content.slice(at, start)));
    pieces.push({ kind: 'found', text: content.slice(start, end) });
    at = end;
  }
  return [...pieces, ...plain(content.slice(at))];
}

/** At the beginning of a word, and not within a mention. */
function beginning(content: string, first: number): number {
  if (first <= LEAD) return 0;
  const word = content.slice(0, first).search(new RegExp(`\\s\\S[^]{0,${LEAD}}$`));
  return word === -1 ? first : word + 1;
}

function plain(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mention of text.matchAll(MENTION)) {
    if (mention.index > at) pieces.push({ kind: 'text', text: text.slice(at, mention.index) });
    pieces.push({ kind: mention[1] === '&' ? 'role' : 'user', id: mention[2] ?? '' });
    at = mention.index + mention[0].length;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}
