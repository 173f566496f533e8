import { describe, expect, it } from 'vitest';
import { EMOJI, findEmoji, nameOf, QUICK_REACTIONS } from './emoji';

describe('the emoji', () => {
  it('are there once each, and each is one character with a name', () => {
    const segmenter = new Intl.Segmenter();
    expect(new Set(EMOJI.map(({ emoji }) => emoji)).size).toBe(EMOJI.length);
    for (const entry of EMOJI) {
      expect([...segmenter.segment(entry.emoji)], entry.emoji).toHaveLength(1);
      expect(nameOf(entry)).toMatch(/^[a-z ]+$/);
    }
    expect(EMOJI.map(({ emoji }) => emoji)).toEqual(expect.arrayContaining([...QUICK_REACTIONS]));
  });

  it('are found by the beginnings of their words', () => {
    expect(findEmoji('part').map(({ emoji }) => emoji)).toEqual(['🎉', '🥳']);
    expect(findEmoji('thumbs down').map(({ emoji }) => emoji)).toEqual(['👎']);
    expect(findEmoji('nothing like it')).toEqual([]);
    expect(findEmoji(' ')).toBe(EMOJI);
  });
});
