import { describe, expect, it } from 'vitest';
import { piecesOf } from './excerpt';

const USER = '01890000-0000-7000-8000-000000000001';
const text = (content: string, start: number, end: number) =>
  piecesOf(content, [{ start, end }])
    .map((piece) => ('text' in piece ? (piece.kind === 'found' ? `[${piece.text}]` : piece.text) : `{${piece.kind}}`))
    .join('');

describe('an excerpt', () => {
  it('marks what was found', () => {
    expect(text('The café was full', 4, 8)).toBe('The [café] was full');
    expect(
      piecesOf('one two', [
        { start: 0, end: 3 },
        { start: 4, end: 7 },
      ]),
    ).toEqual([
      { kind: 'found', text: 'one' },
      { kind: 'text', text: ' ' },
      { kind: 'found', text: 'two' },
    ]);
  });

  it('names whom the text mentions', () => {
    const content = `<@${USER}> and <@&${USER}> deploy`;
    expect(text(content, content.length - 6, content.length)).toBe('{user} and {role} [deploy]');
  });

  it('begins shortly before the first match, at a word', () => {
    const content = `${'lorem '.repeat(40)}deployment of it`;
    const excerpt = text(content, 240, 250);
    expect(excerpt).toMatch(/^…lorem lorem .*lorem \[deployment\] of it$/);
    expect(excerpt.length).toBeLessThan(130);
  });

  it('begins at the match where there is no word before it', () => {
    const content = `${'x'.repeat(200)}deploy`;
    expect(text(content, 200, 206)).toBe('…[deploy]');
  });

  it('has no looks, and marks what was found through them', () => {
    expect(text('> **the depl**oyment**', 8, 20)).toBe('the [depl][oyment]**');
    expect(text('- one\n- `two` words', 9, 12)).toBe('• one\n• [two] words');
    expect(text('```ts\nlet a\n```', 10, 11)).toBe('let [a]');
    expect(text(`see <#${USER}>: a_b`, 45, 48)).toBe('see {channel}: [a_b]');
  });

  it('tells nothing of what a spoiler hides, also where that was found', () => {
    expect(text('it was ||the butler|| then', 13, 19)).toBe('it was {spoiler} then');
  });

  it('is the whole text where only filters found it', () => {
    expect(piecesOf('all of it', [])).toEqual([{ kind: 'text', text: 'all of it' }]);
  });
});
