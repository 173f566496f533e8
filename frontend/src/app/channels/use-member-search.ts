'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { foundMembersQuery, isSearched, membersCutQuery } from '@/features/servers/model/servers-store';
import { useTyped } from './use-typed';

/**
 * Searches for members by name where a server has more of them than are listed: who is found is among its members from then
 * on. What is being typed is searched for once one pauses.
 *
 * @param text empty for nobody
 */
export function useMemberSearch(serverId: string, text: string) {
  const { data: cut } = useQuery(membersCutQuery(serverId));
  const [name, isTyping] = useTyped(cut ? text : '');
  const client = useQueryClient();
  const isAsked = cut && name !== '' && !isSearched(client, serverId, name);
  const { isFetching, isError, refetch } = useQuery({ ...foundMembersQuery(serverId, name), enabled: isAsked });
  return {
    cut,
    searching: isTyping || isFetching,
    failed: isError && !isFetching && !isTyping,
    retry: () => void refetch(),
  };
}
