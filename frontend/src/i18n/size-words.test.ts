import { describe, expect, it } from 'vitest';
import { sizeWords } from './size-words';

describe('a size', () => {
  it.each([
    [1, '1 byte'],
    [13, '13 bytes'],
    [1_024, '1 kB'],
    [48_213, '48.2 kB'],
    [25_000_000, '25 MB'],
  ])('of %d bytes is %s', (bytes, text) => expect(sizeWords(bytes, 'en-GB')).toBe(text));
});
