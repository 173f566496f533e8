import type { Messages } from '@/messages/translated';
import type { Language } from './languages';

/** Each language is a file of its own: nobody loads what they do not read. */
const CATALOGUES: Record<Language, () => Promise<{ default: Messages }>> = {
  en: () => import('@/messages/en'),
  de: () => import('@/messages/de'),
};

export async function catalogueOf(language: Language): Promise<Messages> {
  return (await CATALOGUES[language]()).default;
}
