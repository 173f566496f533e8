import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/contracts/query-keys';
import { refetch } from '@/http/refetch';
import { keepProfiles } from '@/profiles/use-profile';
import type { MessageEvent, StructureEvent } from '@/realtime/events';
import { fetchConversations, type Conversation } from '../api/fetch-conversations';
import { applyToConversations, wroteIn } from './conversation-fold';

export const conversationsQuery = queryOptions({
  queryKey: queryKeys.conversations,
  queryFn: async ({ signal, client }): Promise<readonly Conversation[]> => {
    const { conversations, people } = await fetchConversations(signal);
    keepProfiles(client, Object.values(people));
    return conversations;
  },
});

export function onStructure(client: QueryClient, event: StructureEvent): void {
  client.setQueryData(conversationsQuery.queryKey, (all) => all && applyToConversations(all, event));
}

export function onMessage(client: QueryClient, event: MessageEvent): void {
  if (event.type !== 'webchat.message.posted.v1') return;
  const { channelId, at } = event.data;
  client.setQueryData(conversationsQuery.queryKey, (all) => all && wroteIn(all, channelId, at));
}

/** Delivery begins, of one more or of all: what came before has to be fetched. */
export function onRestart(client: QueryClient): void {
  void refetch(client, queryKeys.conversations);
}

/** The conversations that are listed, as far as that is known. */
export function shown(client: QueryClient): string[] {
  return client.getQueryData(conversationsQuery.queryKey)?.map((conversation) => conversation.serverId) ?? [];
}

export function onUnsubscribed(client: QueryClient, serverId: string): void {
  client.setQueryData(conversationsQuery.queryKey, (all) =>
    all?.filter((conversation) => conversation.serverId !== serverId),
  );
}
