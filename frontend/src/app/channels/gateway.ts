import type { QueryClient } from '@tanstack/react-query';
import * as conversations from '@/features/conversations/model/conversations-store';
import * as servers from '@/features/servers/model/servers-store';
import * as timelines from '@/features/timeline/model/timeline-store';
import { typists } from '@/features/typing/model/typists';
import * as unread from '@/features/unread/model/unread-store';
import * as presence from '@/presence/browser-presence';
import * as profiles from '@/profiles/use-profile';
import { EventRouter } from '@/realtime/event-router';
import { GatewayClient } from '@/realtime/gateway-client';
import { consistencyTokens, runtimeConfig, session } from '@/session/browser-session';
import type { Announcer } from './announcer';
import * as governed from './governed';
import { showOtherwise } from './show-otherwise';

/** Connects the log, as the gateway delivers it, with what the features keep. */
export function createGateway(queryClient: QueryClient, announcer: Announcer): GatewayClient {
  const router = new EventRouter({
    onMessage: (event, offset) => {
      if (event.type === 'webchat.message.posted.v1') {
        typists.sent(event.data.channelId, event.data.threadId, event.data.authorId);
      }
      timelines.onMessage(queryClient, event);
      unread.onMessage(queryClient, { event, offset });
      conversations.onMessage(queryClient, event);
      announcer.onMessage(event);
    },
    onProfile: (event) => showOtherwise(queryClient, event),
    onReading: (event, offset) => unread.onReading(queryClient, { event, offset }),
    onStructure: (event) => {
      servers.onStructure(queryClient, event);
      unread.onStructure(queryClient, event);
      conversations.onStructure(queryClient, event);
      governed.onStructure(queryClient, event);
    },
  });
  const leave = (serverId: string) => {
    servers.onUnsubscribed(queryClient, serverId);
    unread.onUnsubscribed(queryClient, serverId);
    conversations.onUnsubscribed(queryClient, serverId);
  };
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
      unread.onRestart(queryClient);
      conversations.onRestart(queryClient);
      profiles.onRestart(queryClient);
    },
    onSubscribed: (serverId) => {
      servers.onSubscribed(queryClient, serverId);
      unread.onSubscribed(queryClient);
      conversations.onRestart(queryClient);
      presence.watching.again();
    },
    onReady: presence.onReady,
    onPassing: (frame) => (frame.op === 'typing_started' ? typists.started(frame) : presence.take(frame)),
    onCaughtUp: (serverIds) => {
      const members = new Set(serverIds);
      const shown = [...servers.shown(queryClient), ...conversations.shown(queryClient)];
      for (const serverId of shown) if (!members.has(serverId)) leave(serverId);
    },
    onUnsubscribed: leave,
  });
}
