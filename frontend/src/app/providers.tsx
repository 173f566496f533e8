'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { TooltipProvider } from '@/components/ui/tooltip';
import { forgetDrafts } from '@/features/composer/model/drafts';
import { forgetUploads } from '@/features/composer/model/use-uploads';
import { exporter } from '@/features/export/model/browser-exporter';
import { forgetSearch } from '@/features/search/model/search-store';
import { outbox } from '@/features/timeline/model/browser-outbox';
import { isTransient } from '@/http/problem';
import type { Speech } from '@/i18n/languages';
import { SpeechProvider } from '@/i18n/speech-provider';
import type { Messages } from '@/messages/translated';
import { ownPresence } from '@/presence/browser-presence';
import { consistencyTokens, session } from '@/session/browser-session';
import { followOtherTabs } from '@/session/tabs';

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The services may be on this very machine: whether they can be reached shows when they are asked.
        networkMode: 'always',
        retry: (failures, error) => failures < 3 && isTransient(error),
        staleTime: 30_000,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

interface Props {
  speech: Speech;
  messages: Messages;
  children: ReactNode;
}

/** What every page has: the language, the session, found out silently, and the cache of what the services said. */
export function Providers({ speech, messages, children }: Props) {
  const [queryClient] = useState(createQueryClient);

  useEffect(() => {
    const unfollow = followOtherTabs(session, () => location.replace('/channels'));
    const forget = session.subscribe(() => {
      if (session.state().status !== 'signed-out') return;
      queryClient.clear();
      consistencyTokens.clear();
      outbox.clear();
      forgetDrafts();
      forgetUploads();
      forgetSearch();
      exporter.clear();
      ownPresence.forget();
    });
    if (session.state().status === 'restoring') void session.restore();
    return () => {
      unfollow();
      forget();
    };
  }, [queryClient]);

  return (
    <SpeechProvider speech={speech} messages={messages}>
      <QueryClientProvider client={queryClient}>
        <TooltipProvider delayDuration={300}>{children}</TooltipProvider>
      </QueryClientProvider>
    </SpeechProvider>
  );
}
