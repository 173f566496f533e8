export type Segment = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string };

const URL_PATTERN = /\bhttps?:\/\/[^\s<>"]+/gi;

/** Splits what somebody wrote into text and web addresses. Nothing in it is ever taken for markup. */
export function segmentsOf(content: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of content.matchAll(URL_PATTERN)) {
    const address = withoutTrailingPunctuation(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > end) segments.push({ kind: 'text', text: content.slice(end, match.index) });
    segments.push({ kind: 'link', text: address, href: address });
    end = match.index + address.length;
  }
  if (end < content.length) segments.push({ kind: 'text', text: content.slice(end) });
  return segments;
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
