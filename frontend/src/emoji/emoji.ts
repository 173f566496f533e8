import type { Language } from '@/i18n/languages';
import type english from '@/messages/en/emoji';
import type { Translated } from '@/messages/translated';

export interface Emoji {
  readonly emoji: string;
  /** What it is called; the first word or words before a comma are its name. */
  readonly words: string;
}

/** The words of a language, by emoji. */
export type EmojiWords = Translated<typeof english>;

const WORDS: Record<Language, () => Promise<{ default: EmojiWords }>> = {
  en: () => import('@/messages/en/emoji'),
  de: () => import('@/messages/de/emoji'),
};

/** The emoji that people use most, in groups, with the words by which they are found in a language. */
export async function emojiIn(language: Language): Promise<readonly Emoji[]> {
  const { default: words } = await WORDS[language]();
  return Object.entries(words).map(([emoji, called]) => ({ emoji, words: called }));
}

export function nameOf({ words }: Emoji): string {
  return words.split(',', 1)[0] ?? words;
}

/** Those whose words begin with what was typed, each word of it. */
export function findEmoji(all: readonly Emoji[], query: string, locale: string): readonly Emoji[] {
  const wanted = query.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return all;
  return all.filter(({ emoji, words }) => {
    const known = words.toLocaleLowerCase(locale).split(/[\s,]+/);
    return wanted.every((word) => emoji === word || known.some((other) => other.startsWith(word)));
  });
}
