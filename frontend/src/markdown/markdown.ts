import { piecesOf, type Piece } from '@/contracts/mentions';
import { placeBeside } from './link-place';

/** A part of what somebody wrote, and where it stands in that. */
export interface Text {
  readonly text: string;
  readonly at: number;
}

export type Inline =
  | ({ readonly kind: 'text' | 'code' | 'everyone' } & Text)
  | ({ readonly kind: 'link'; readonly href: string } & Text)
  | NamedLink
  | Mention
  | { readonly kind: 'strong' | 'emphasis' | 'deletion' | 'spoiler'; readonly children: readonly Inline[] };

/** An address under a text. */
export interface NamedLink {
  readonly kind: 'named-link';
  /** As a browser understands it. */
  readonly href: string;
  /** Where it leads, if the text may be taken for another place; else null. */
  readonly place: string | null;
  /** No links, spoilers or mentions of somebody are among them. */
  readonly children: readonly Inline[];
}

export interface Mention {
  readonly kind: 'user' | 'role' | 'channel';
  readonly id: string;
}

export type Block =
  /** One or more lines, with the breaks between them. */
  | { readonly kind: 'text'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  /** `first` is the number of the first item, null where they have none. */
  | { readonly kind: 'list'; readonly first: number | null; readonly items: readonly (readonly Block[])[] }
  /** The language is what follows the fence, empty for none. */
  | { readonly kind: 'code'; readonly language: string; readonly lines: readonly Text[] };

/** Of quotes and lists within each other; what is deeper is text. */
const DEEPEST = 4;
/** Stands for code, whose characters mean nothing else. */
const CODE = '\uE000';
/** A character of an address that stands in brackets. */
const ADDRESS = String.raw`[^\s<>()"${CODE}]`;
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const INLINE = new RegExp(
  [
    String.raw`(?<url>\bhttps?:\/\/[^\s<>"${CODE}]+)`,
    String.raw`\[(?<label>(?:(?!\|\|)[^[\]<>\n])+)\]\((?<target>(?:https?:\/\/|mailto:)${ADDRESS}+(?:\(${ADDRESS}*\)${ADDRESS}*){0,8})\)`,
    String.raw`\|\|(?<spoiler>(?!\s)(?:(?!\|\|)[^\n])+(?<!\s))\|\|`,
    `<@(?<user>${UUID})>`,
    `<@&(?<role>${UUID})>`,
    `<#(?<channel>${UUID})>`,
    String.raw`(?<everyone>(?<![\w@])@everyone(?!\w))`,
    String.raw`\*\*(?<strong>(?!\s)[^*\n]+(?<!\s))\*\*`,
    String.raw`(?<![\w*])\*(?<star>(?!\s)[^*\n]+(?<!\s))\*(?![\w*])`,
    String.raw`(?<![\w_])_(?<line>(?!\s)[^_\n]+(?<!\s))_(?![\w_])`,
    String.raw`~~(?<gone>(?!\s)[^~\n]+(?<!\s))~~`,
  ].join('|'),
  'giu',
);
const QUOTE = /^>(?: |$)/;
const HEADING = /^(#{1,3})[ \t]+(?=\S)/;
const ITEM = /^([ \t]*)(?:[-*]|(\d{1,9})[.)])[ \t]+(?=\S)/;
const CONTINUATION = /^(?: {2,}|\t)[ \t]*(?=\S)/;

/**
 * Reads what somebody wrote as Markdown: quotes, lists, headings, code, emphasis, web addresses, spoilers, and mentions. Nothing in it
 * is taken for HTML, and every character that means nothing stays what it is. What is code is decided first, by the rule of
 * the services, since it decides whom a message calls.
 */
export function markdownOf(content: string): readonly Block[] {
  const code = piecesOf(content).filter((piece) => piece.code !== null);
  const spans = code.filter((piece) => piece.code === 'span');
  const source: Source = { content, masked: maskedOf(content, code), spans };
  return blocksOf(source, linesOf(source, code), 0);
}

interface Source {
  readonly content: string;
  /** The same, as long, with code that says nothing. */
  readonly masked: string;
  /** Code within lines. */
  readonly spans: readonly Piece[];
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** A block of code, on as many lines as it has; `quoted` counts the marks of the quote in which it stands. */
  readonly fence?: Piece;
  readonly quoted?: number;
}

function maskedOf(content: string, code: readonly Piece[]): string {
  let masked = '';
  for (const { start, end } of code) masked += content.slice(masked.length, start) + CODE.repeat(end - start);
  return masked + content.slice(masked.length);
}

/** What stands before or after a block of code on the lines of its fences is a line only if it is something. */
function linesOf({ masked }: Source, code: readonly Piece[]): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const fence of code.filter((piece) => piece.code === 'fence')) {
    const before = split(masked, from, fence.start).filter(
      (line, at) => !isBlank(line) || (at > 0 && line.end < fence.start),
    );
    const opening = before.at(-1);
    const marks = opening?.end === fence.start ? /^(?:> ?)+$/.exec(masked.slice(opening.start, opening.end)) : null;
    if (marks) before.pop();
    const quoted = marks?.[0].replaceAll(' ', '').length ?? 0;
    lines.push(...before, { start: fence.start, end: fence.end, fence, quoted });
    from = fence.end;
  }
  lines.push(...split(masked, from, masked.length).filter((line, at) => !isBlank(line) || at > 0));
  return lines;
}

function split(masked: string, from: number, end: number): Line[] {
  const lines: Line[] = [];
  let start = from;
  for (const line of masked.slice(from, end).split('\n')) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return lines;
}

function isBlank({ start, end, fence }: Line): boolean {
  return start === end && fence === undefined;
}

function blocksOf(source: Source, lines: readonly Line[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  const wordsOf = ({ start, end, fence }: Line) => (fence ? '' : source.masked.slice(start, end));
  const isQuote = (line: Line) => depth < DEEPEST && (line.fence ? (line.quoted ?? 0) > 0 : QUOTE.test(wordsOf(line)));
  const isSpecial = (line: Line) =>
    line.fence !== undefined || isQuote(line) || HEADING.test(wordsOf(line)) || ITEM.test(wordsOf(line));
  const run = (from: number, holds: (line: Line) => boolean) => {
    const end = lines.findIndex((line, at) => at >= from && !holds(line));
    return lines.slice(from, end === -1 ? lines.length : end);
  };

  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const heading = HEADING.exec(wordsOf(line));
    if (isQuote(line)) {
      const quoted = run(at, isQuote);
      const children = quoted.map((one) => unquoted(source, one));
      blocks.push({ kind: 'quote', children: blocksOf(source, children, depth + 1) });
      at += quoted.length;
    } else if (line.fence) {
      blocks.push(codeOf(line.fence, depth));
      at += 1;
    } else if (heading) {
      const children = inline(source, line.start + heading[0].length, line.end);
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, children });
      at += 1;
    } else if (ITEM.test(wordsOf(line))) {
      const items = run(at, (one) => ITEM.test(wordsOf(one)) || CONTINUATION.test(wordsOf(one)));
      blocks.push(...listsOf(source, items, depth));
      at += items.length;
    } else {
      const text = run(at, (one) => !isSpecial(one));
      at += text.length;
      // A block has room of its own above and below.
      const first = blocks.length > 0 ? text.findIndex((one) => !isBlank(one)) : 0;
      const last = at < lines.length ? text.findLastIndex((one) => !isBlank(one)) : text.length - 1;
      if (first !== -1 && last !== -1) {
        blocks.push({ kind: 'text', children: textOf(source, text.slice(first, last + 1)) });
      }
    }
  }
  return blocks;
}

/** Lines that begin with the marks of items, or go on with one. Of another kind of marks begins another list. */
function listsOf(source: Source, lines: readonly Line[], depth: number): readonly Block[] {
  const lists: { kind: 'list'; first: number | null; items: (readonly Block[])[] }[] = [];
  const itemAt = (at: number) => {
    const line = lines[at];
    return line && ITEM.exec(source.masked.slice(line.start, line.end));
  };
  for (let at = 0; at < lines.length;) {
    const [mark = '', indent = '', number] = itemAt(at) ?? [];
    const begins = (candidate: number) => {
      const other = itemAt(candidate);
      return (
        other !== null && other !== undefined && (depth >= DEEPEST || (other[1] ?? '').length <= indent.length + 1)
      );
    };
    let end = at + 1;
    while (end < lines.length && !begins(end)) end += 1;
    const own = lines.slice(at, end);
    const nested = own.findIndex((_, index) => index > 0 && itemAt(at + index));
    const text = nested === -1 ? own : own.slice(0, nested);
    const words = text.map(({ start, end: stop }, index) => {
      const skipped = index === 0 ? mark : (CONTINUATION.exec(source.masked.slice(start, stop))?.[0] ?? '');
      return { start: start + skipped.length, end: stop };
    });
    const item: readonly Block[] = [
      { kind: 'text', children: textOf(source, words) },
      ...(nested === -1 ? [] : listsOf(source, own.slice(nested), depth + 1)),
    ];
    const first = number === undefined ? null : Number(number);
    const list = lists.at(-1);
    if (list && (list.first === null) === (first === null)) list.items.push(item);
    else lists.push({ kind: 'list', first, items: [item] });
    at = end;
  }
  return lists;
}

function unquoted({ masked }: Source, { start, end, fence, quoted = 0 }: Line): Line {
  if (fence) return { start, end, fence, quoted: quoted - 1 };
  return { start: start + (masked.startsWith('> ', start) ? 2 : 1), end };
}

/** Within quotes each line begins with their marks. */
function codeOf({ text, at }: Piece, quotes: number): Block {
  const [info = '', language = ''] = /^([\w+#.-]*)[ \t]*\n/.exec(text) ?? [];
  const marks = new RegExp(`^(?:> ?){0,${quotes}}`);
  let next = at + info.length;
  const lines = text
    .slice(info.length)
    .split('\n')
    .map((line, index): Text => {
      const start = next;
      next += line.length + 1;
      const skipped = index === 0 && info === '' ? 0 : (marks.exec(line)?.[0].length ?? 0);
      return { text: line.slice(skipped), at: start + skipped };
    });
  // The closing fence stands on a line of its own.
  if (lines.length > 1 && lines.at(-1)?.text.trim() === '') lines.pop();
  return { kind: 'code', language, lines };
}

/** Lines with the breaks between them; those that follow each other directly are read as one. */
function textOf(source: Source, lines: readonly Line[]): readonly Inline[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of lines) {
    const last = stretches.at(-1);
    if (last && start === last.end + 1) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches.flatMap(({ start, end }, index): Inline[] => [
    ...(index > 0 ? [{ kind: 'text' as const, text: '\n', at: start - 1 }] : []),
    ...inline(source, start, end),
  ]);
}

function inline(source: Source, start: number, end: number): readonly Inline[] {
  const found: Inline[] = [];
  let from = start;
  for (const match of source.masked.slice(start, end).matchAll(INLINE)) {
    const at = start + match.index;
    const part = partOf(source, match, at);
    if (part === null || at < from) continue;
    found.push(...textAndCode(source, from, at), part);
    from = at + (part.kind === 'link' ? part.text.length : match[0].length);
  }
  return [...found, ...textAndCode(source, from, end)];
}

function partOf(source: Source, { 0: text, groups = {} }: RegExpMatchArray, at: number): Inline | null {
  const { url, label, target, spoiler, user, role, channel, everyone, strong, star, line, gone } = groups;
  const within = (marks: number) => inline(source, at + marks, at + text.length - marks);
  if (url !== undefined) {
    const address = withoutTrailingPunctuation(url);
    return URL.canParse(address) ? { kind: 'link', text: address, href: address, at } : null;
  }
  if (label !== undefined && target !== undefined) {
    if (!URL.canParse(target)) return null;
    const said = source.content.slice(at + 1, at + 1 + label.length);
    const children = inline(source, at + 1, at + 1 + label.length).map(unlinked);
    return { kind: 'named-link', href: new URL(target).href, place: placeBeside(said, target), children };
  }
  if (spoiler !== undefined) return { kind: 'spoiler', children: within(2) };
  if (user !== undefined) return { kind: 'user', id: user };
  if (role !== undefined) return { kind: 'role', id: role };
  if (channel !== undefined) return { kind: 'channel', id: channel };
  if (everyone !== undefined) return { kind: 'everyone', text, at };
  if (strong !== undefined) return { kind: 'strong', children: within(2) };
  if (gone !== undefined) return { kind: 'deletion', children: within(2) };
  return star === undefined && line === undefined ? null : { kind: 'emphasis', children: within(1) };
}

/** No link stands within another. */
function unlinked(part: Inline): Inline {
  if (part.kind === 'link') return { kind: 'text', text: part.text, at: part.at };
  return 'children' in part ? { ...part, children: part.children.map(unlinked) } : part;
}

function textAndCode({ content, spans }: Source, start: number, end: number): readonly Inline[] {
  const found: Inline[] = [];
  let from = start;
  const textUpTo = (stop: number) => {
    if (stop > from) found.push({ kind: 'text', text: content.slice(from, stop), at: from });
  };
  for (const span of spans) {
    if (span.start < from || span.end > end) continue;
    textUpTo(span.start);
    found.push({ kind: 'code', text: span.text, at: span.at });
    from = span.end;
  }
  textUpTo(end);
  return found;
}

/** The full stop after an address ends the sentence; a closing bracket belongs to it only if it opened there too. */
function withoutTrailingPunctuation(address: string): string {
  let result = address;
  for (;;) {
    const last = result.at(-1) ?? '';
    const unopened = last === ')' && count(result, ')') > count(result, '(');
    if (!unopened && !".,;:!?'*_".includes(last)) return result;
    result = result.slice(0, -1);
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
