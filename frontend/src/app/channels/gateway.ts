import type { QueryClient } from '@tanstack/react-query';
import * as conversations from '@/features/conversations/model/conversations-store';
import * as servers from '@/features/servers/model/servers-store';
import * as timelines from '@/features/timeline/model/timeline-store';
import { EventRouter } from '@/realtime/event-router';
import { GatewayClient } from '@/realtime/gateway-client';
import { consistencyTokens, runtimeConfig, session } from '@/session/browser-session';

/** Connects the log, as the gateway delivers it, with what the features keep. */
export function createGateway(queryClient: QueryClient): GatewayClient {
  const router = new EventRouter({
    onMessage: (event) => {
      timelines.onMessage(queryClient, event);
      conversations.onMessage(queryClient, event);
    },
    onReading: () => undefined,
    onStructure: (event) => {
      servers.onStructure(queryClient, event);
      conversations.onStructure(queryClient, event);
    },
  });
  return new GatewayClient({
    url: runtimeConfig().wsUrl,
    token: async (renew) => {
      const token = await session.accessToken();
      return renew && token !== null ? session.renew(token) : token;
    },
    onEvent: (event) => router.route(event),
    onToken: (token) => consistencyTokens.learned(token),
    onStart: () => {
      servers.onRestart(queryClient);
      timelines.onRestart(queryClient);
      conversations.onRestart(queryClient);
    },
    onSubscribed: (serverId) => {
      servers.onSubscribed(queryClient, serverId);
      conversations.onRestart(queryClient);
    },
    onUnsubscribed: (serverId) => {
      servers.onUnsubscribed(queryClient, serverId);
      conversations.onUnsubscribed(queryClient, serverId);
    },
  });
}
