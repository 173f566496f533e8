import { createTranslator, type Messages } from 'use-intl/core';
import de from '@/messages/de';
import en from '@/messages/en';
import { compiled } from './compiled';
import type { Language } from './languages';
import type { Translate } from './translate';

/** As they are spoken. */
export const catalogues = { en: compiled(en), de: compiled(de) };

/** For tests: the words of a language, English if nothing is said. */
export function wordsOf(language: Language = 'en'): Translate {
  return createTranslator({ locale: language, messages: catalogues[language] as Messages });
}
