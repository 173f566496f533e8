import { describe, expect, it } from 'vitest';
import { fitted } from './file-size';

describe('a file', () => {
  it.each([
    [
      { width: 1280, height: 720 },
      { width: 400, height: 225 },
    ],
    [
      { width: 300, height: 900 },
      { width: 100, height: 300 },
    ],
    [
      { width: 40, height: 20 },
      { width: 40, height: 20 },
    ],
    [
      { width: 10_000, height: 1 },
      { width: 400, height: 1 },
    ],
  ])('of %o is shown as %o', (image, shown) => expect(fitted(image)).toEqual(shown));
});
