import type { Messages } from '@/messages/translated';
import { compiled } from './compiled';
import type { Language } from './languages';

/** Each language is a file of its own: nobody loads what they do not read. */
const CATALOGUES: Record<Language, () => Promise<{ default: Messages }>> = {
  en: () => import('@/messages/en'),
  de: () => import('@/messages/de'),
};

const spoken = new Map<Language, Promise<Messages>>();

/** The words of a language as they are written. */
export async function catalogueOf(language: Language): Promise<Messages> {
  return (await CATALOGUES[language]()).default;
}

/** The same as they are spoken. */
export function spokenCatalogueOf(language: Language): Promise<Messages> {
  const known = spoken.get(language) ?? catalogueOf(language).then(compiled);
  spoken.set(language, known);
  return known;
}
