import { createTranslator, type Messages } from 'use-intl/core';
import de from '@/messages/de';
import en from '@/messages/en';
import type { Language } from './languages';
import type { Translate } from './translate';

export const catalogues = { en, de };

/** For tests: the words of a language, English if nothing is said. */
export function wordsOf(language: Language = 'en'): Translate {
  return createTranslator({ locale: language, messages: catalogues[language] as Messages });
}
