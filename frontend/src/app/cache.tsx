'use client';

import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { isBehind, isTransient } from '@/http/problem';
import { session } from '@/session/browser-session';
import { beforeNextFrame } from './next-frame';

let ofThisTab: QueryClient | undefined;

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The services may be on this very machine: whether they can be reached shows when they are asked.
        networkMode: 'always',
        // Who finds a service behind has asked again already.
        retry: (failures, error) => failures < 3 && isTransient(error) && !isBehind(error),
        staleTime: 30_000,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** A tab has one, which whoever signs out leaves empty; the server makes one for each page. */
function queryClient(): QueryClient {
  if (typeof window === 'undefined') return createQueryClient();
  if (ofThisTab) return ofThisTab;
  notifyManager.setScheduler(beforeNextFrame);
  const created = (ofThisTab = createQueryClient());
  session.subscribe(() => session.state().status === 'signed-out' && created.clear());
  return created;
}

/** The cache of what the services said, for pages that ask them for something. */
export function Cache({ children }: { children: ReactNode }) {
  const [client] = useState(queryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
