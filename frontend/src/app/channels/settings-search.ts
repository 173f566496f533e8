import type { SettingsEntry } from './settings-navigation';

export interface FoundPage {
  readonly page: SettingsEntry;
  /** What is on it that is called so, in words. */
  readonly settings: readonly string[];
}

/** The pages that are called so, or have something on them that is; all of them for no text. Accents and case do not count. */
export function foundIn(
  pages: readonly SettingsEntry[],
  text: string,
  wordsOf: (key: SettingsEntry['settings'][number]) => string,
): readonly FoundPage[] {
  const wanted = plain(text.trim());
  if (wanted === '') return pages.map((page) => ({ page, settings: [] }));
  return pages.flatMap((page) => {
    const settings = page.settings.map(wordsOf).filter((words) => plain(words).includes(wanted));
    return settings.length > 0 || plain(wordsOf(page.label)).includes(wanted) ? [{ page, settings }] : [];
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
