'use client';

import { Direction } from 'radix-ui';
import { createContext, useContext, type ReactNode } from 'react';
import { IntlProvider, type Messages as TypedMessages } from 'use-intl';
import type { Messages } from '@/messages/translated';
import type { Speech } from './languages';

const SpeechContext = createContext<Speech>({ language: 'en', direction: 'ltr', locale: 'en' });

interface Props {
  speech: Speech;
  messages: Messages;
  children: ReactNode;
}

/** Everything below speaks one language. Another one takes its place without anything being lost. */
export function SpeechProvider({ speech, messages, children }: Props) {
  return (
    <SpeechContext value={speech}>
      <Direction.Provider dir={speech.direction}>
        <IntlProvider locale={speech.locale} messages={messages as TypedMessages}>
          {children}
        </IntlProvider>
      </Direction.Provider>
    </SpeechContext>
  );
}

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
