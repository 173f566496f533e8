'use client';

import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { grammarOf } from '../model/code-languages';
import type * as Highlighter from './highlighter';

let highlighter: typeof Highlighter | null = null;

/** Code in colours if its language is known. Until what takes it apart has come, and where it does not come, as it is. */
export function useHighlighted(text: string, language: string): ReactNode {
  const grammar = grammarOf(language);
  const [, setLoaded] = useState<string | null>(null);
  const ready = grammar !== null && highlighter?.knows(grammar) === true;

  useEffect(() => {
    if (grammar === null || ready) return;
    let gone = false;
    const load = async () => {
      highlighter ??= await import('./highlighter');
      await highlighter.learn(grammar);
      if (!gone) setLoaded(grammar);
    };
    load().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [grammar, ready]);

  return useMemo(() => (ready ? highlighter?.highlighted(text, grammar) : text), [text, grammar, ready]);
}
