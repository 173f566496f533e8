import { describe, expect, it } from 'vitest';
import { segmentsOf } from './segments';

const links = (content: string) =>
  segmentsOf(content).flatMap((segment) => (segment.kind === 'link' ? [segment.href] : []));

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
    expect(
      segmentsOf(content)
        .map(({ text }) => text)
        .join(''),
    ).toBe(content);
  });
});
