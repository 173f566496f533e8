import { expect, it } from 'vitest';
import { emojiIn } from './emoji';
import { SKIN_TONES, toned } from './skin-tone';

it.each([
  ['👍', '👍🏽'],
  ['✌️', '✌🏽'],
  ['🤷‍♀️', '🤷🏽‍♀️'],
  ['🔥', '🔥'],
  ['❤️', '❤️'],
])('%s is %s in a tone, and itself in none', (emoji, expected) => {
  expect(toned(emoji, '🏽')).toBe(expected);
  expect(toned(emoji, '')).toBe(emoji);
});

it('each emoji is one character in each tone', async () => {
  const segmenter = new Intl.Segmenter();
  for (const { emoji } of await emojiIn('en')) {
    for (const tone of SKIN_TONES) expect([...segmenter.segment(toned(emoji, tone))], emoji).toHaveLength(1);
  }
});
