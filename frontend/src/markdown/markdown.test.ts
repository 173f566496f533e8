import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { markdownOf, type Block, type Inline } from './markdown';
import { plainOf, plainText } from './plain';

const ID = '0197b3a0-0000-7000-8000-000000000004';

const partsOf = (block: Block): readonly Inline[] =>
  block.kind === 'text' || block.kind === 'heading'
    ? block.children
    : block.kind === 'quote'
      ? block.children.flatMap(partsOf)
      : block.kind === 'list'
        ? block.items.flat().flatMap(partsOf)
        : [];
const parts = (content: string) => markdownOf(content).flatMap(partsOf);
const textOf = (part: Inline): string =>
  'children' in part ? part.children.map(textOf).join('') : 'id' in part ? part.id : part.text;
const kinds = (content: string) => parts(content).map((part) => [part.kind, textOf(part)]);

/** `quote(text(a), list(1: text(b)))` */
const outline = (blocks: readonly Block[]): string => blocks.map(drawn).join(', ');
function drawn(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `text(${block.children.map(textOf).join('')})`;
    case 'heading':
      return `heading${block.level}(${block.children.map(textOf).join('')})`;
    case 'quote':
      return `quote(${outline(block.children)})`;
    case 'list':
      return `list(${block.first ?? '-'}: ${block.items.map(outline).join('; ')})`;
    case 'code':
      return `code${block.language}(${block.lines.map(({ text }) => text).join('|')})`;
  }
}

describe('links in a message', () => {
  const links = (content: string) => parts(content).flatMap((part) => (part.kind === 'link' ? [part.href] : []));

  it.each([
    ['see https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
    ['(https://example.org/a_(b))', ['https://example.org/a_(b)']],
    ['http://a.example, https://b.example!', ['http://a.example', 'https://b.example']],
    ['javascript:alert(1) ftp://x data:text/html,x', []],
    ['https:// and https://', []],
    ['https://a.example/`code`', ['https://a.example/']],
  ])('%s', (content, expected) => expect(links(content)).toEqual(expected));
});

describe('links under a text', () => {
  const named = (content: string) =>
    parts(content).flatMap((part) => (part.kind === 'named-link' ? [[textOf(part), part.href, part.place]] : []));

  it.each([
    ['see [the **docs**](https://example.org/a_(b)?c=d).', [['the docs', 'https://example.org/a_(b)?c=d', null]]],
    ['[us](mailto:us@example.org) [`a*b`](HTTP://example.org)', [['us', 'mailto:us@example.org', null], ['a*b', 'http://example.org/', null]]], // prettier-ignore
    [
      '[https://bank.example](https://evil.example)',
      [['https://bank.example', 'https://evil.example/', 'evil.example']],
    ],
    ['[x](javascript:alert(1)) [x](data:text/html,x) [x](//a.example) [x](/a) [x](https://)', []],
    ['[](https://a.example) [a](https://a b) [a\nb](https://a.example) [<b>](https://a.example)', []],
    ['`[a](https://a.example)` [||a||](https://a.example)', []],
  ])('%s', (content, expected) => expect(named(content)).toEqual(expected));

  it('have no link in them, and tell where their words stand', () => {
    const [link] = parts('[see https://b.example **https://c.example**](https://a.example)');
    expect(link).toMatchObject({
      place: 'a.example',
      children: [
        { kind: 'text', text: 'see ', at: 1 },
        { kind: 'text', text: 'https://b.example', at: 5 },
        { kind: 'text', text: ' ' },
        { kind: 'strong', children: [{ kind: 'text', text: 'https://c.example' }] },
      ],
    });
  });
});

describe('spoilers in a message', () => {
  it.each([
    ['it was ||the **butler**||!', [['text', 'it was '], ['spoiler', 'the butler'], ['text', '!']]], // prettier-ignore
    ['||`a||b` [c](https://d.example)||', [['spoiler', 'a||b c']]],
    ['a || b || c', [['text', 'a || b || c']]],
    ['|||| and ||', [['text', '|||| and ||']]],
    ['||a\nb||', [['text', '||a\nb||']]],
  ])('%j', (content, expected) => expect(kinds(content)).toEqual(expected));
});

describe('mentions in a message', () => {
  it('are found by their tokens', () => {
    expect(parts(`<@${ID}> <@&${ID}> <#${ID}> @everyone`).filter(({ kind }) => kind !== 'text')).toEqual([
      { kind: 'user', id: ID },
      { kind: 'role', id: ID },
      { kind: 'channel', id: ID },
      { kind: 'everyone', text: '@everyone', at: 121 },
    ]);
  });

  it.each([
    `\`<@${ID}>\``,
    `\`\`\`\n<@${ID}>\n\`\`\``,
    `\`\`\`never ended <@${ID}>`,
    `> \`\`\`\n> <#${ID}>\n> \`\`\``,
    'a@everyone',
    '@everyones',
  ])('are none in %s', (content) => {
    const found = parts(content).map(({ kind }) => kind);
    for (const kind of ['user', 'channel', 'everyone']) expect(found).not.toContain(kind);
  });
});

describe('emphasis and code in a message', () => {
  it.each([
    ['**bold**', [['strong', 'bold']]],
    ['*soft* and _soft_', [['emphasis', 'soft'], ['text', ' and '], ['emphasis', 'soft']]], // prettier-ignore
    ['~~gone~~', [['deletion', 'gone']]],
    ['**with `a*b` in it**', [['strong', 'with a*b in it']]],
    ['2 * 3 * 4 and snake_case_name', [['text', '2 * 3 * 4 and snake_case_name']]],
    ['`a **b**` c', [['code', 'a **b**'], ['text', ' c']]], // prettier-ignore
    ['`one\ntwo` three', [['code', 'one\ntwo'], ['text', ' three']]], // prettier-ignore
    ['a lone ` backtick', [['text', 'a lone ` backtick']]],
    ['https://example.org/a_b_c*d*', [['link', 'https://example.org/a_b_c*d'], ['text', '*']]], // prettier-ignore
  ])('%s', (content, expected) => expect(kinds(content)).toEqual(expected));
});

describe('blocks of a message', () => {
  it.each([
    ['one\n\ntwo\n', 'text(one\n\ntwo\n)'],
    ['# Title\nwords', 'heading1(Title), text(words)'],
    ['#general and #5', 'text(#general and #5)'],
    ['# ', 'text(# )'],
    ['### `a`', 'heading3(a)'],
    ['#### four', 'text(#### four)'],
    ['> said\n> more\n\nanswer', 'quote(text(said\nmore)), text(answer)'],
    ['before\n> said', 'text(before), quote(text(said))'],
    ['> # Title\n> > deeper', 'quote(heading1(Title), quote(text(deeper)))'],
    ['>:( 2 > 1', 'text(>:( 2 > 1)'],
    ['- one\n- two **b**', 'list(-: text(one); text(two b))'],
    ['* one\n  goes on\n* two', 'list(-: text(one\ngoes on); text(two))'],
    ['3. three\n4. four', 'list(3: text(three); text(four))'],
    [
      '- one\n  - deeper\n    1) first\n- two',
      'list(-: text(one), list(-: text(deeper), list(1: text(first))); text(two))',
    ],
    ['- one\n1. two', 'list(-: text(one)), list(1: text(two))'],
    ['-5 degrees, 2.5 m', 'text(-5 degrees, 2.5 m)'],
    ['- one\n\nafter', 'list(-: text(one)), text(after)'],
    ['> - one\n> - two', 'quote(list(-: text(one); text(two)))'],
  ])('%j', (content, expected) => expect(outline(markdownOf(content))).toBe(expected));

  it.each([
    ['```ts\nlet a = 1;\n```', 'codets(let a = 1;)'],
    ['```plain```', 'code(plain)'],
    ['before\n```\na\n\nb\n```\nafter', 'text(before), code(a||b), text(after)'],
    ['so ```x``` it', 'text(so ), code(x), text( it)'],
    ['```\n> no quote\n- no list\n# no title\n```', 'code(> no quote|- no list|# no title)'],
    ['> see\n> ```js\n> a > b\n> ```\n> well', 'quote(text(see), codejs(a > b), text(well))'],
    ['```never ended', 'code(never ended)'],
    ['- `- no item`\n- `two\n- of one` item', 'list(-: text(- no item); text(two\n- of one item))'],
  ])('code: %j', (content, expected) => expect(outline(markdownOf(content))).toBe(expected));

  it('are no deeper than anybody can read, however many marks there are', () => {
    expect(outline(markdownOf('> '.repeat(1_000) + 'x'))).toMatch(/^(quote\(){4}text\(> /);
    const steps = Array.from({ length: 60 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n');
    expect(outline(markdownOf(steps)).split('list(').length - 1).toBe(5);
  });

  it('take no time that grows faster than the text does', () => {
    for (const mark of [
      '> ',
      '- ',
      '# x\n',
      '*',
      '_a',
      '`',
      '<@',
      '**a',
      '1. x\n',
      '~~',
      'https://(',
      '||a',
      '||',
      '[a](',
      '[',
      '[a](https://(',
      '[a](https://x',
    ]) {
      const began = performance.now();
      markdownOf(mark.repeat(4_000 / mark.length));
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});

describe('what a message says without looks', () => {
  const plain = (content: string) =>
    plainOf(content)
      .map((piece) => (piece.kind === 'text' ? piece.text : `{${piece.kind}}`))
      .join('');

  it.each([
    ['one https://example.org/, two\n<b>bold</b>', 'one https://example.org/, two\n<b>bold</b>'],
    [`> **a**\n# b\n1. c\n2. \`d\` <#${ID}>\n\`\`\`js\ne\n\`\`\``, 'a\nb\n1. c\n2. d {channel}\ne'],
  ])('%j', (content, expected) => expect(plain(content)).toBe(expected));

  // The cases that the services are held to as well, for what they call people with.
  it.each(
    readFileSync(`${process.cwd()}/../platform/chat-domain/examples/plain-text.tsv`, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.replaceAll('\\n', '\n').split('\t')),
  )('%j', (content = '', expected) => expect(plainText(content, () => '', '||…||')).toBe(expected));

  it('tells where each piece stands in what was written', () => {
    const content = `> **a** b\n> - \`c\`\n# d ~~e~~\n\`\`\`js\nf\ng\n\`\`\`\nh https://i.example @everyone`;
    for (const piece of plainOf(content)) {
      if (piece.kind !== 'text' || piece.at === null) continue;
      expect(content.slice(piece.at, piece.at + piece.text.length)).toBe(piece.text);
    }
  });
});
