import type { Mentions } from './message';

/** Somebody, or a role, by what people write: `name` follows the at sign, `token` is what the services read. */
export interface Mentionable {
  readonly name: string;
  readonly token: string;
}

export const userToken = (userId: string) => `<@${userId}>`;
export const roleToken = (roleId: string) => `<@&${roleId}>`;

export interface Piece {
  readonly text: string;
  /** A fence is a block, three backticks or more; a span stands within a line. */
  readonly code: 'fence' | 'span' | null;
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
    if (open.start > from) pieces.push({ text: content.slice(from, open.start), code: null });
    pieces.push({
      text: content.slice(open.start + open.length, end),
      code: open.length >= FENCE ? 'fence' : 'span',
    });
    from = closing ? closing.start + closing.length : content.length;
    if (closing === undefined) break;
    index = close;
  }
  if (from < content.length) pieces.push({ text: content.slice(from), code: null });
  return pieces;
}

/** Puts tokens in place of names, outside code. Of names that begin alike the longest is meant. */
export function encodeMentions(text: string, known: readonly Mentionable[]): string {
  const longestFirst = known.toSorted((one, other) => other.name.length - one.name.length);
  const tokens = new Map(longestFirst.toReversed().map(({ name, token }) => [name, token]));
  if (tokens.size === 0) return text;
  const names = [...new Set(longestFirst.map(({ name }) => escaped(name)))].join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_@<])@(${names})(?![\\p{L}\\p{N}_])`, 'gu');
  return outsideCode(text, (piece) => piece.replace(pattern, (all, name: string) => tokens.get(name) ?? all));
}

/** Puts names in place of tokens, for whoever edits what they wrote. */
export function decodeMentions(content: string, known: readonly Mentionable[]): string {
  return known.reduce((text, { name, token }) => text.replaceAll(token, `@${name}`), content);
}

/** Puts names in place of tokens, outside code, for whoever takes a text elsewhere. */
export function withNames(content: string, nameOf: (kind: 'user' | 'role', id: string) => string): string {
  return outsideCode(content, (piece) =>
    piece.replace(/<@(&?)([0-9a-f-]{36})>/g, (_, role: string, id: string) => `@${nameOf(role ? 'role' : 'user', id)}`),
  );
}

/** Whether a message calls somebody. */
export function calls(mentions: Mentions | null, userId: string, roleIds: readonly string[]): boolean {
  if (mentions === null) return false;
  return (
    mentions.everyone || mentions.users.includes(userId) || mentions.roles.some((roleId) => roleIds.includes(roleId))
  );
}

function outsideCode(content: string, change: (text: string) => string): string {
  let at = 0;
  let result = '';
  for (const { text, code } of piecesOf(content)) {
    const start = content.indexOf(text, at);
    const end = start + text.length;
    result += content.slice(at, start) + (code === null ? change(text) : text);
    at = end;
  }
  return result + content.slice(at);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
