'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { foundMembersQuery, membersCutQuery, serversQuery } from '@/features/servers/model/servers-store';
import { useTyped } from './use-typed';

/** Searches for members by name in all servers that one is in and that have more of them than are listed. */
export function useMemberSearches(text: string): boolean {
  const servers = useQuery(serversQuery).data ?? [];
  const cut = useQueries({ queries: servers.map(({ serverId }) => membersCutQuery(serverId)) });
  const known = servers.filter((_, index) => cut[index]?.data);
  const [name, isTyping] = useTyped(known.length > 0 ? text : '');
  const found = useQueries({
    queries: known.map(({ serverId }) => ({ ...foundMembersQuery(serverId, name), enabled: name !== '' })),
  });
  return isTyping || found.some(({ isFetching }) => isFetching);
}
