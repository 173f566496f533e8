import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What says left or right where it means where a line begins or ends; the middle of something is the same for both. */
const PHYSICAL = [
  /^\s*(left|right)\s*:(?!\s*50%)/,
  /\b(margin|padding|border|scroll-margin|scroll-padding)-(left|right)\b/,
  /\b(text-align|float|clear)\s*:\s*(left|right)\b/,
  /\bborder-(top|bottom)-(left|right)-radius\b/,
  /^\s*(margin|padding|inset)\s*:\s*(\S+) (\S+) (\S+) (?!\3;)\S+;/,
  /^\s*border-radius\s*:\s*\S+ \S+ \S+( \S+)?;/,
  /\btranslate\s*:\s*-?[\d.]*[1-9][\d.]*px/,
  /\btranslateX\(/,
];
/** The top two corners are the same for both. */
const ALLOWED = /border-radius: var\(--radius-card\) var\(--radius-card\) 0 0;/;

it('styles say where a line begins and ends, not left and right', () => {
  const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) =>
      readFileSync(join('src', file), 'utf8')
        .split('\n')
        .map((line, index) => ({ line, place: `${file}:${index + 1}` })),
    )
    .filter(({ line }) => !ALLOWED.test(line) && PHYSICAL.some((pattern) => pattern.test(line)))
    .map(({ line, place }) => `${place} ${line.trim()}`);
  expect(found).toEqual([]);
});
