import { describe, expect, it } from 'vitest';
import { segmentsOf, type Segment } from './segments';

const links = (content: string) =>
  segmentsOf(content).flatMap((segment) => (segment.kind === 'link' ? [segment.href] : []));
const textOf = (segment: Segment): string =>
  'children' in segment ? segment.children.map(textOf).join('') : segment.text;

describe('links in a message', () => {
  it.each([
    ['see https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
    ['(https://example.org/a_(b))', ['https://example.org/a_(b)']],
    ['http://a.example, https://b.example!', ['http://a.example', 'https://b.example']],
    ['javascript:alert(1) ftp://x data:text/html,x', []],
    ['https:// and https://', []],
  ])('%s', (content, expected) => expect(links(content)).toEqual(expected));

  it('leave every character of the message in place', () => {
    const content = 'one https://example.org/, two\n<b>https://example.com</b>';
    expect(segmentsOf(content).map(textOf).join('')).toBe(content);
  });
});

describe('mentions in a message', () => {
  const ID = '0197b3a0-0000-7000-8000-000000000004';

  it('are found by their tokens', () => {
    expect(segmentsOf(`<@${ID}> <@&${ID}> @everyone`).filter(({ kind }) => kind !== 'text')).toEqual([
      { kind: 'user', id: ID, text: `<@${ID}>` },
      { kind: 'role', id: ID, text: `<@&${ID}>` },
      { kind: 'everyone', text: '@everyone' },
    ]);
  });

  it.each([`\`<@${ID}>\``, `\`\`\`\n<@${ID}>\n\`\`\``, `\`\`\`never ended <@${ID}>`, 'a@everyone', '@everyones'])(
    'are none in %s',
    (content) => {
      const kinds = segmentsOf(content).map(({ kind }) => kind);
      expect(kinds).not.toContain('user');
      expect(kinds).not.toContain('everyone');
    },
  );
});

describe('emphasis and code in a message', () => {
  const kinds = (content: string) => segmentsOf(content).map((segment) => [segment.kind, textOf(segment)]);

  it.each([
    ['**bold**', [['strong', 'bold']]],
    ['*soft* and _soft_', [['emphasis', 'soft'], ['text', ' and '], ['emphasis', 'soft']]], // prettier-ignore
    ['~~gone~~', [['deletion', 'gone']]],
    ['2 * 3 * 4 and snake_case_name', [['text', '2 * 3 * 4 and snake_case_name']]],
    ['`a **b**` c', [['code', 'a **b**'], ['text', ' c']]], // prettier-ignore
    ['a lone ` backtick', [['text', 'a lone ` backtick']]],
    ['https://example.org/a_b_c*d*', [['link', 'https://example.org/a_b_c*d'], ['text', '*']]], // prettier-ignore
  ])('%s', (content, expected) => expect(kinds(content)).toEqual(expected));

  it('have a language where one is named', () => {
    expect(segmentsOf('```ts\nlet a = 1;\n```')).toEqual([{ kind: 'block', language: 'ts', text: 'let a = 1;' }]);
    expect(segmentsOf('```plain```')).toEqual([{ kind: 'block', language: '', text: 'plain' }]);
  });
});
