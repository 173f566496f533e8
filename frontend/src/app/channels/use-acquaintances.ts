'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale } from 'use-intl';
import { acquaintances } from '@/features/conversations/model/people';
import { membersQuery, serversQuery } from '@/features/servers/model/servers-store';
import { useMe } from '@/session/use-session';
import { useMemberSearches } from './use-member-searches';

/**
 * All whom one shares a server with; undefined until some are known. Of a server with many members, those who are listed and
 * those who have been searched for by name.
 */
export function useAcquaintances(without: readonly string[] = []) {
  const [name, setName] = useState('');
  const searching = useMemberSearches(name);
  const locale = useLocale();
  const me = useMe()?.userId;
  const servers = useQuery(serversQuery).data;
  const members = useQueries({ queries: (servers ?? []).map(({ serverId }) => membersQuery(serverId)) });
  if (servers === undefined || (members.length > 0 && members.every(({ data, isError }) => !data && !isError))) {
    return { people: undefined, searching, onSearch: setName };
  }
  const people = acquaintances(
    members.flatMap(({ data }) => data ?? []),
    [me, ...without],
    locale,
  );
  return { people, searching, onSearch: setName };
}
