import { describe, expect, it } from 'vitest';
import { isVisible } from './visible';

describe('isVisible', () => {
  it.each([
    '',
    ' ',
    '\u200b',
    '\u00a0',
    '\u3000',
    '\u2060',
    '\ufeff',
    '\u180e',
    '\u3164',
    '\u2800',
    '\ufe0f',
    '\u0000',
    '\u{e0041}',
  ])('sees nothing in %j', (text) => expect(isVisible(text)).toBe(false));

  it.each(['a', ' a ', '👩\u200d🚀', '❤\ufe0f', '\u00a0.'])('sees something in %j', (text) =>
    expect(isVisible(text)).toBe(true),
  );
});
