import type { Mentions } from './message';

/** Somebody, a role or a channel, by what people write: `name` follows the mark, `token` is what is sent in their place. */
export interface Mentionable {
  readonly name: string;
  readonly token: string;
  /** An at sign if absent. */
  readonly mark?: '#';
}

/** What a token stands for. Channels are text to the services: only a reader who sees the channel is shown its name. */
export type Named = 'user' | 'role' | 'channel';

export const userToken = (userId: string) => `<@${userId}>`;
export const roleToken = (roleId: string) => `<@&${roleId}>`;
export const channelToken = (channelId: string) => `<#${channelId}>`;

export interface Piece {
  readonly text: string;
  /** A fence is a block, three backticks or more; a span stands within a line. */
  readonly code: 'fence' | 'span' | null;
  /** Where the text begins in the whole. */
  readonly at: number;
  /** What it takes of the whole, backticks included; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

const FENCE = 3;

/**
 * Splits a text at its code, by the rules of the services (io.webchat.domain.message.MentionSyntax): code begins with a run
 * of backticks and ends with the next one of the same length; a fence that nothing ends goes on to the end.
 */
export function piecesOf(content: string): Piece[] {
  const runs = [...content.matchAll(/`+/g)].map((run) => ({ start: run.index, length: run[0].length }));
  const pieces: Piece[] = [];
  let from = 0;
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index];
    if (open === undefined) break;
    const close = runs.findIndex((run, other) => other > index && run.length === open.length);
    if (close === -1 && open.length < FENCE) continue;
    const closing = runs[close];
    const end = closing?.start ?? content.length;
    if (open.start > from) pieces.push(plain(content, from, open.start));
    const at = open.start + open.length;
    from = closing ? closing.start + closing.length : content.length;
    pieces.push({
      text: content.slice(at, end),
      code: open.length >= FENCE ? 'fence' : 'span',
      at,
      start: open.start,
      end: from,
    });
    if (closing === undefined) break;
    index = close;
  }
  if (from < content.length) pieces.push(plain(content, from, content.length));
  return pieces;
}

function plain(content: string, start: number, end: number): Piece {
  return { text: content.slice(start, end), code: null, at: start, start, end };
}

/** Puts tokens in place of names, outside code. Of names that begin alike the longest is meant. */
export function encodeMentions(text: string, known: readonly Mentionable[]): string {
  const channels = known.filter(({ mark }) => mark === '#');
  const people = known.filter(({ mark }) => mark === undefined);
  // A hash within an address is a part of it, and one within a channel's name or before a word of it goes on.
  return encodeMarked(
    encodeMarked(text, '@', people, '(?<![\\p{L}\\p{N}_@<])', '(?![\\p{L}\\p{N}_])'),
    '#',
    channels,
    `(?<![^\\s([{"'*_~>-])`,
    '(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}_])',
  );
}

function encodeMarked(
  text: string,
  mark: '@' | '#',
  known: readonly Mentionable[],
  before: string,
  after: string,
): string {
  // Most of what is written names nobody, and a server has many names.
  if (!text.includes(mark)) return text;
  const longestFirst = known.toSorted((one, other) => other.name.length - one.name.length);
  const tokens = new Map(longestFirst.toReversed().map(({ name, token }) => [name, token]));
  if (tokens.size === 0) return text;
  const names = [...new Set(longestFirst.map(({ name }) => escaped(name)))].join('|');
  const pattern = new RegExp(`${before}${mark}(${names})${after}`, 'gu');
  return outsideCode(text, (piece) => piece.replace(pattern, (all, name: string) => tokens.get(name) ?? all));
}

/** Puts names in place of tokens, for whoever edits what they wrote. */
export function decodeMentions(content: string, known: readonly Mentionable[]): string {
  return known.reduce((text, { name, token, mark = '@' }) => text.replaceAll(token, `${mark}${name}`), content);
}

const KINDS: Readonly<Record<string, Named>> = { '@': 'user', '@&': 'role', '#': 'channel' };

/** Puts names in place of tokens, outside code, for whoever takes a text elsewhere. */
export function withNames(content: string, nameOf: (kind: Named, id: string) => string): string {
  return outsideCode(content, (piece) =>
    piece.replace(/<(@&?|#)([0-9a-f-]{36})>/g, (_, mark: string, id: string) => {
      const kind = KINDS[mark] ?? 'user';
      return `${markOf(kind)}${nameOf(kind, id)}`;
    }),
  );
}

/** What stands before a name. */
export function markOf(kind: Named): '@' | '#' {
  return kind === 'channel' ? '#' : '@';
}

/** Whether a message calls somebody. */
export function calls(mentions: Mentions | null, userId: string, roleIds: readonly string[]): boolean {
  if (mentions === null) return false;
  return (
    mentions.everyone || mentions.users.includes(userId) || mentions.roles.some((roleId) => roleIds.includes(roleId))
  );
}

/** Whether a text that is being written calls all who see the channel, if its author may. */
export function callsEveryone(content: string): boolean {
  return piecesOf(content).some(({ text, code }) => code === null && /(?<![\w@])@everyone(?!\w)/.test(text));
}

function outsideCode(content: string, change: (text: string) => string): string {
  return piecesOf(content)
    .map(({ text, code, start, end }) => (code === null ? change(text) : content.slice(start, end)))
    .join('');
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
