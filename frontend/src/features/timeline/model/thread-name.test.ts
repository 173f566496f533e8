import { describe, expect, it } from 'vitest';
import { wordsOf } from '@/i18n/testing-words';
import { threadNameOf } from './thread-name';

const named = (content: string) => threadNameOf({ content, attachments: [] }, wordsOf());

describe('the name of a thread', () => {
  it.each([
    ['Launch is at **noon**,\n_maybe_', 'Launch is at noon, maybe'],
    ['<@0197b3a0-0000-7000-8000-000000000004> look', 'look'],
    ['<@0197b3a0-0000-7000-8000-000000000004>', 'Thread'],
    ['It was ||the butler||', 'It was [spoiler]'],
    ['x'.repeat(80), 'x'.repeat(60)],
  ])('of %j', (content, name) => expect(named(content)).toBe(name));
});
