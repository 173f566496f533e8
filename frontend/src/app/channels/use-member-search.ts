'use client';

import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { foundMembersQuery, isSearched, membersCutQuery, serversQuery } from '@/features/servers/model/servers-store';

/** As long as people take from one letter to the next. */
const TYPING_MILLIS = 250;

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

/** The same in all servers that one is in and whose members are known. */
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

/** What was typed, once one has paused, and whether one has not yet. */
function useTyped(text: string): readonly [string, boolean] {
  const wanted = text.trim().toLowerCase().slice(0, 100);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTyped(wanted), TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [wanted]);
  // To type nothing takes no time.
  return wanted === '' ? ['', false] : [typed, typed !== wanted];
}
