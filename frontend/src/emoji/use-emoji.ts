'use client';

import { useEffect, useState } from 'react';
import type { Language } from '@/i18n/languages';
import { useSpeech } from '@/i18n/speech-provider';
import { emojiIn, type Emoji } from './emoji';

const NONE: readonly Emoji[] = [];

/** The emoji with their words in the language of the page; none before they are wanted, and while they load. */
export function useEmoji(wanted: boolean): readonly Emoji[] {
  const { language } = useSpeech();
  const [loaded, setLoaded] = useState<{ language: Language; all: readonly Emoji[] } | null>(null);

  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    emojiIn(language).then(
      (all) => !gone && setLoaded({ language, all }),
      // Nothing is offered then; what is typed stays what it is.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [language, wanted]);

  return loaded?.language === language ? loaded.all : NONE;
}
