'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import { queryKeys } from '@/contracts/query-keys';
import type { Server } from '@/contracts/server';
import { ConversationContext } from './conversation-context';

/**
 * A channel that somebody named, as far as the reader sees it; null else, whatever it is. Those of this server are those that
 * are shown here, those of others as they were last told.
 */
export function useChannel(channelId: string): { name: string; href: string } | null {
  const client = useQueryClient();
  const here = useContext(ConversationContext)?.server;
  const elsewhere = () =>
    client
      .getQueriesData<Server>({ queryKey: queryKeys.everyServer })
      .flatMap(([, server]) => (server && server.serverId !== here?.serverId ? [server] : []));
  for (const server of here ? [here, ...elsewhere()] : elsewhere()) {
    const channel = server.channels.find((candidate) => candidate.channelId === channelId);
    if (channel) return { name: channel.name, href: `/channels/${server.serverId}/${channelId}` };
  }
  return null;
}
