import type { Mention } from '@/markdown/markdown';
import { plainOf, type Plain } from '@/markdown/plain';
import type { Range } from '../api/search-messages';

export type Piece = { readonly kind: 'text' | 'found'; readonly text: string } | { readonly kind: 'spoiler' } | Mention;

/** With room for two mentions, which are shown as names. */
const LEAD = 90;
/** About as long as what stands for a mention or a spoiler. */
const MENTION = 20;

/**
 * A text without its looks in pieces: what was found, whom it mentions, where a spoiler hides something, and the rest, from a
 * little before the first match on.
 */
export function piecesOf(content: string, highlights: readonly Range[]): Piece[] {
  const pieces = plainOf(content).flatMap((piece) => marked(piece, highlights));
  const first = pieces.findIndex(({ kind }) => kind === 'found');
  const before = pieces.slice(0, Math.max(0, first));
  if (before.reduce((sum, piece) => sum + lengthOf(piece), 0) <= LEAD) return pieces;
  return [{ kind: 'text', text: '…' }, ...endOf(before), ...pieces.slice(first)];
}

/** A piece, parted at what was found in it: where that is is told by places in what was written. */
function marked(piece: Plain, highlights: readonly Range[]): Piece[] {
  if (piece.kind !== 'text') return [piece];
  const { text, at } = piece;
  if (at === null) return [{ kind: 'text', text }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const highlight of highlights) {
    const start = Math.max(from, highlight.start - at);
    const end = Math.min(text.length, highlight.end - at);
    if (start >= end) continue;
    if (start > from) pieces.push({ kind: 'text', text: text.slice(from, start) });
    pieces.push({ kind: 'found', text: text.slice(start, end) });
    from = end;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** Beginning with a word, if there is one so near. */
function endOf(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  let room = LEAD;
  for (const piece of pieces.toReversed()) {
    if (room < lengthOf(piece)) {
      const word = 'text' in piece ? /\s(\S[^]*)$/.exec(piece.text.slice(-room - 1))?.[1] : undefined;
      if (word !== undefined) kept.push({ kind: 'text', text: word });
      break;
    }
    kept.push(piece);
    room -= lengthOf(piece);
  }
  return kept.reverse();
}

function lengthOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : MENTION;
}
