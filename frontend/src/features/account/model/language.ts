'use client';

import { useSyncExternalStore } from 'react';
import { isLanguage, LANGUAGE_COOKIE, type Language } from '@/i18n/languages';

/** A language, or whatever the browser would rather have. */
export type LanguageChoice = Language | 'browser';

const YEAR_SECONDS = 365 * 86_400;
const listeners = new Set<() => void>();

/** What was chosen in this browser. */
export function chosenLanguage(): LanguageChoice {
  const cookies = document.cookie.split(/;\s*/).map((cookie) => cookie.split('='));
  const kept = cookies.find(([name]) => name === LANGUAGE_COOKIE)?.[1];
  return isLanguage(kept) ? kept : 'browser';
}

/** Keeps the choice; the page has to be asked for anew, because the server has the words. */
export function chooseLanguage(choice: LanguageChoice): void {
  const value = choice === 'browser' ? '' : choice;
  const age = choice === 'browser' ? 0 : YEAR_SECONDS;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${LANGUAGE_COOKIE}=${value}; path=/; max-age=${age}; samesite=lax${secure}`;
  for (const listener of listeners) listener();
}

export function useChosenLanguage(): LanguageChoice {
  return useSyncExternalStore(subscribe, chosenLanguage, () => 'browser');
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
