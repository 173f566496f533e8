import fuzzysort from 'fuzzysort';

/** Somewhere one can go. */
export interface Candidate {
  key: string;
  kind: 'channel' | 'person' | 'group' | 'server';
  name: string;
  /** What tells it from others of its name: the server of a channel, the username of a person. */
  detail: string;
  unread: boolean;
  mentions: number;
  /** When one was there last; null for not lately. Later is larger. */
  visited: number | null;
  /** Where one is now: found, and not offered. */
  isHere: boolean;
}

export interface Found<C extends Candidate> {
  candidate: C;
  /** Which characters of the name were meant. */
  matched: ReadonlySet<number>;
}

const SHOWN = 12;
const NONE: ReadonlySet<number> = new Set();
const KINDS: Readonly<Record<string, readonly Candidate['kind'][]>> = {
  '#': ['channel'],
  '@': ['person', 'group'],
};

/**
 * Where one may want to go. Nothing typed: what calls first, then what is unread, then where one was last. Typed: what is
 * called like that, the likeliest first; a `#` in front means channels, an `@` people.
 */
export function destinations<C extends Candidate>(candidates: readonly C[], typed: string): Found<C>[] {
  const text = typed.trim();
  const kinds = KINDS[text.charAt(0)];
  const meant = kinds ? candidates.filter(({ kind }) => kinds.includes(kind)) : candidates;
  const name = kinds ? text.slice(1).trim() : text;
  if (name === '') {
    return meant
      .filter((candidate) => !candidate.isHere && (kinds !== undefined || isOffered(candidate)))
      .toSorted(byUrgency)
      .slice(0, SHOWN)
      .map((candidate) => ({ candidate, matched: NONE }));
  }
  return fuzzysort
    .go(name, meant, {
      keys: [(candidate: C) => candidate.name, (candidate: C) => candidate.detail],
      limit: SHOWN,
      threshold: 0.3,
      scoreFn: ([ofName, ofDetail]) => Math.max(ofName?.score ?? 0, 0.6 * (ofDetail?.score ?? 0)),
    })
    .map((result) => ({ candidate: result.obj, matched: new Set(result[0]?.indexes), score: result.score }))
    .toSorted((one, other) => other.score + bonus(other.candidate) - one.score - bonus(one.candidate))
    .map(({ candidate, matched }) => ({ candidate, matched }));
}

function isOffered({ kind, unread, mentions, visited }: Candidate): boolean {
  return kind !== 'server' && (unread || mentions > 0 || visited !== null);
}

function byUrgency(one: Candidate, other: Candidate): number {
  const rank = ({ mentions, unread }: Candidate) => (mentions > 0 ? 2 : unread ? 1 : 0);
  return rank(other) - rank(one) || (other.visited ?? -1) - (one.visited ?? -1) || one.name.localeCompare(other.name);
}

/** Of those that are called alike, the one that waits, or where one often is. */
function bonus({ mentions, unread, visited, isHere }: Candidate): number {
  return (mentions > 0 ? 0.1 : unread ? 0.06 : 0) + (visited === null ? 0 : 0.04) - (isHere ? 0.2 : 0);
}
