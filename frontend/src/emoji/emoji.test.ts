import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/i18n/languages';
import { emojiIn, findEmoji, nameOf } from './emoji';
import { QUICK_REACTIONS } from './quick-reactions';

describe('the emoji', () => {
  it.each(LANGUAGES.map(({ id }) => id))('are one character each, with a name (%s)', async (language) => {
    const segmenter = new Intl.Segmenter();
    const all = await emojiIn(language);
    for (const entry of all) {
      expect([...segmenter.segment(entry.emoji)], entry.emoji).toHaveLength(1);
      expect(nameOf(entry)).toMatch(/^[\p{L} ]+$/u);
    }
    expect(all.map(({ emoji }) => emoji)).toEqual(expect.arrayContaining([...QUICK_REACTIONS]));
  });

  it('are found by the beginnings of their words', async () => {
    const all = await emojiIn('en');
    expect(findEmoji(all, 'part', 'en').map(({ emoji }) => emoji)).toEqual(['🎉', '🥳']);
    expect(findEmoji(all, 'thumbs down', 'en').map(({ emoji }) => emoji)).toEqual(['👎']);
    expect(findEmoji(all, 'nothing like it', 'en')).toEqual([]);
    expect(findEmoji(all, ' ', 'en')).toBe(all);
    expect(findEmoji(await emojiIn('de'), 'daumen ru', 'de').map(({ emoji }) => emoji)).toEqual(['👎']);
  });
});
