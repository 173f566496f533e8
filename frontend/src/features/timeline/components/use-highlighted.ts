'use client';

import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type * as Languages from '../model/code-languages';
import type * as Highlighter from './highlighter';

let languages: typeof Languages | null = null;
let highlighter: typeof Highlighter | null = null;

/** Code in colours if its language is known. Until what takes it apart has come, and where it does not come, as it is. */
export function useHighlighted(text: string, language: string): ReactNode {
  const [, setLoaded] = useState<string | null>(null);
  const grammar = languages?.grammarOf(language) ?? null;
  const ready = grammar !== null && highlighter?.knows(grammar) === true;

  useEffect(() => {
    if (language === '' || ready) return;
    let gone = false;
    const load = async () => {
      languages ??= await import('../model/code-languages');
      const wanted = languages.grammarOf(language);
      if (wanted === null) return;
      highlighter ??= await import('./highlighter');
      await highlighter.learn(wanted);
      if (!gone) setLoaded(wanted);
    };
    load().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [language, ready]);

  return useMemo(
    () => (ready && grammar !== null ? highlighter?.highlighted(text, grammar) : text),
    [text, grammar, ready],
  );
}
