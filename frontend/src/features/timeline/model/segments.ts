import { piecesOf } from '@/contracts/mentions';

export type Segment =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'code'; text: string }
  /** Code on lines of its own; the language is what follows the fence, empty for none. */
  | { kind: 'block'; text: string; language: string }
  | { kind: 'user' | 'role'; id: string; text: string }
  | { kind: 'everyone'; text: string }
  | { kind: 'strong' | 'emphasis' | 'deletion'; children: Segment[] };

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const PATTERN = new RegExp(
  [
    String.raw`(?<url>\bhttps?:\/\/[^\s<>"]+)`,
    `<@(?<user>${UUID})>`,
    `<@&(?<role>${UUID})>`,
    String.raw`(?<everyone>(?<![\w@])@everyone(?!\w))`,
    String.raw`\*\*(?<strong>(?!\s)[^*\n]+(?<!\s))\*\*`,
    String.raw`(?<![\w*])\*(?<star>(?!\s)[^*\n]+(?<!\s))\*(?![\w*])`,
    String.raw`(?<![\w_])_(?<line>(?!\s)[^_\n]+(?<!\s))_(?![\w_])`,
    String.raw`~~(?<gone>(?!\s)[^~\n]+(?<!\s))~~`,
  ].join('|'),
  'giu',
);

/** Splits what somebody wrote into code, web addresses, mentions, emphasis and text. Nothing in it is taken for HTML. */
export function segmentsOf(content: string): Segment[] {
  return piecesOf(content).flatMap(({ text, code }): Segment[] => {
    if (code === 'span') return [{ kind: 'code', text }];
    if (code === 'fence') return [blockOf(text)];
    return inline(text);
  });
}

function blockOf(text: string): Segment {
  const [, language = '', rest] = /^([\w+#.-]*)[ \t]*\n([\s\S]*)$/.exec(text) ?? [];
  return { kind: 'block', language, text: (rest ?? text).replace(/\n$/, '') };
}

function inline(content: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of content.matchAll(PATTERN)) {
    const found = segmentOf(match);
    if (found === null || match.index < end) continue;
    if (match.index > end) segments.push({ kind: 'text', text: content.slice(end, match.index) });
    segments.push(found);
    end = match.index + (found.kind === 'link' ? found.text.length : match[0].length);
  }
  if (end < content.length) segments.push({ kind: 'text', text: content.slice(end) });
  return segments;
}

function segmentOf({ 0: text, groups = {} }: RegExpMatchArray): Segment | null {
  const { url, user, role, everyone, strong, star, line, gone } = groups;
  if (url !== undefined) {
    const address = withoutTrailingPunctuation(url);
    return URL.canParse(address) ? { kind: 'link', text: address, href: address } : null;
  }
  if (user !== undefined) return { kind: 'user', id: user, text };
  if (role !== undefined) return { kind: 'role', id: role, text };
  if (everyone !== undefined) return { kind: 'everyone', text };
  if (strong !== undefined) return { kind: 'strong', children: inline(strong) };
  if (gone !== undefined) return { kind: 'deletion', children: inline(gone) };
  const emphasis = star ?? line;
  return emphasis === undefined ? null : { kind: 'emphasis', children: inline(emphasis) };
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
