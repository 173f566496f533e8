'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { outbox } from '@/features/timeline/model/browser-outbox';
import { ownPresence, speakThrough } from '@/presence/browser-presence';
import { refetchFailed } from '@/http/refetch';
import { watchIdleness } from '@/presence/idleness';
import type { ConnectionState } from '@/realtime/connection-state';
import type { GatewayClient } from '@/realtime/gateway-client';
import { api, session } from '@/session/browser-session';
import { onOpen } from '@/web-push/worker';
import { useSpeech } from '@/i18n/speech-provider';
import { Announcer } from './announcer';
import { createGateway } from './gateway';
import { whenIdle } from './when-idle';

const TRY_AGAIN_MILLIS = 10_000;

const Gateway = createContext<GatewayClient | null>(null);

/** One connection for as long as somebody is signed in and looks at the app. */
export function ConnectionProvider({ children }: { children: ReactNode }) {
  const t = useTranslations();
  const { language } = useSpeech();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [announcer] = useState(() => new Announcer(queryClient, (href) => router.push(href), t));
  const [gateway] = useState(() => createGateway(queryClient, announcer));

  useEffect(() => announcer.start(), [announcer]);
  useEffect(() => announcer.speak(t), [announcer, t]);
  useEffect(() => onOpen((href) => router.push(href)), [router]);
  // Nobody waits for it, and most people have nothing that could be renewed.
  useEffect(
    () =>
      whenIdle(() => {
        void import('@/features/notifications/model/web-push')
          .then(({ renewWebPush }) => renewWebPush(language))
          .catch(() => undefined);
      }),
    [language],
  );

  useEffect(() => {
    // What is withheld waits until nothing is any more, and is no action of anybody.
    const isOpen = () => gateway.state().name === 'live' && !api.isWithholding;
    const check = () => gateway.check();
    const onVisible = () => document.visibilityState === 'visible' && gateway.check();
    addEventListener('online', check);
    addEventListener('offline', check);
    document.addEventListener('visibilitychange', onVisible);

    const unsubscribe = [
      session.subscribe(() => {
        const state = session.state();
        if (state.status === 'signed-in') gateway.authenticate(state.accessToken);
      }),
      gateway.subscribe(() => isOpen() && outbox.retryUnanswered()),
      gateway.subscribe(() => gateway.state().name === 'live' && void refetchFailed(queryClient)),
      watchIdleness(document, (activity) => ownPresence.is(activity)),
    ];
    // A service that was away comes back without this connection noticing.
    const again = setInterval(() => isOpen() && outbox.retryDue(), TRY_AGAIN_MILLIS);
    speakThrough((frame) => gateway.say(frame));
    gateway.start();
    return () => {
      clearInterval(again);
      speakThrough(null);
      removeEventListener('online', check);
      removeEventListener('offline', check);
      document.removeEventListener('visibilitychange', onVisible);
      for (const end of unsubscribe) end();
      gateway.stop();
    };
  }, [gateway, queryClient]);

  return <Gateway value={gateway}>{children}</Gateway>;
}

export function useConnection(): { state: ConnectionState; retry(): void } {
  const gateway = useContext(Gateway);
  if (gateway === null) throw new Error('no ConnectionProvider above');
  const state = useSyncExternalStore(gateway.subscribe, gateway.state, gateway.state);
  return { state, retry: () => gateway.check() };
}
