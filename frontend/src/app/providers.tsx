'use client';

import { useEffect, type ReactNode } from 'react';
import type { Speech } from '@/i18n/languages';
import { SpeechProvider } from '@/i18n/speech-provider';
import type { Messages } from '@/messages/translated';
import { consistencyTokens, session } from '@/session/browser-session';
import { followOtherTabs } from '@/session/tabs';

interface Props {
  speech: Speech;
  messages: Messages;
  children: ReactNode;
}

/** What every page has, however little it needs: the language, and the session, found out silently. */
export function Providers({ speech, messages, children }: Props) {
  useEffect(() => {
    const unfollow = followOtherTabs(session, () => location.replace('/channels'));
    const forget = session.subscribe(() => session.state().status === 'signed-out' && consistencyTokens.clear());
    if (session.state().status === 'restoring') void session.restore();
    return () => {
      unfollow();
      forget();
    };
  }, []);

  return (
    <SpeechProvider speech={speech} messages={messages}>
      {children}
    </SpeechProvider>
  );
}
