import { render as renderAlone, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { speechOf, type Language } from './languages';
import { SpeechProvider } from './speech-provider';
import { catalogues } from './testing-words';

/** For tests: renders as Testing Library does, in a language. */
export function render(children: ReactNode, language: Language = 'en'): RenderResult {
  return renderAlone(children, {
    wrapper: ({ children: inside }) => (
      <SpeechProvider speech={speechOf(language, null)} messages={catalogues[language]}>
        {inside}
      </SpeechProvider>
    ),
  });
}
