import { describe, expect, it } from 'vitest';
import { placeBeside } from './link-place';

describe('where a link leads', () => {
  it.each([
    ['the docs', 'https://example.org/a'],
    ['https://example.org', 'https://example.org/a?b'],
    ['example.org/a', 'https://example.org/b'],
    ['EXAMPLE.org', 'http://example.org/'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
    ['us@example.org', 'mailto:us@example.org'],
    ['write to us', 'mailto:us@example.org?subject=x'],
  ])('is not said beside %j', (text, href) => expect(placeBeside(text, href)).toBeNull());

  it.each([
    ['bank.example', 'https://evil.example/', 'evil.example'],
    ['https://bank.example/login', 'https://evil.example/https://bank.example', 'evil.example'],
    ['log in at bank.example now', 'https://evil.example:8443', 'evil.example:8443'],
    ['bank.example evil.example', 'https://evil.example', 'evil.example'],
    ['bank.example@evil.example', 'https://bank.example@evil.example', 'evil.example'],
    ['bank\u3002example', 'https://evil.example', 'evil.example'],
    ['bank\uFF0Eexample', 'https://evil.example', 'evil.example'],
    ['bаnk.example', 'https://bank.example', 'bank.example'],
    ['bank.example\u2044@x', 'https://x', 'x'],
    ['http://', 'https://evil.example', 'evil.example'],
    ['us@bank.example', 'mailto:them@evil.example', 'them@evil.example'],
  ])('is said beside %j', (text, href, place) => expect(placeBeside(text, href)).toBe(place));
});
