/** The languages that there are. A further one is a line here and a catalogue in `src/messages`. */
export const LANGUAGES = [
  { id: 'en', name: 'English', direction: 'ltr' },
  { id: 'de', name: 'Deutsch', direction: 'ltr' },
] as const satisfies readonly { id: string; name: string; direction: Direction }[];

export type Direction = 'ltr' | 'rtl';
export type Language = (typeof LANGUAGES)[number]['id'];

/** What everything is shown in. */
export interface Speech {
  language: Language;
  direction: Direction;
  /** By which dates and numbers are written: the language with the region of the browser, such as `en-GB`. */
  locale: string;
}

/** The cookie that keeps what was chosen. It is no local storage: the server has to know before the first paint. */
export const LANGUAGE_COOKIE = 'webchat.language';

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some(({ id }) => id === value);
}

/** What was chosen, or else what the browser would rather have, or else English. */
export function speechOf(chosen: string | undefined, acceptLanguage: string | null): Speech {
  const wanted = preferences(acceptLanguage);
  const preferred = wanted.map(languageIn).find(isLanguage);
  const language = isLanguage(chosen) ? chosen : (preferred ?? 'en');
  const locale = wanted.find((tag) => languageIn(tag) === language) ?? language;
  const direction = LANGUAGES.find(({ id }) => id === language)?.direction ?? 'ltr';
  return { language, direction, locale };
}

function languageIn(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

/** Of `de-AT,de;q=0.9,en;q=0.8` the tags that are tags, the most wanted first. */
function preferences(acceptLanguage: string | null): string[] {
  return (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => quality > 0 && isTag(tag))
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
