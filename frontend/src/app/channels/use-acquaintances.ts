'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { useLocale } from 'use-intl';
import { acquaintances, type Person } from '@/features/conversations/model/people';
import { membersQuery, serversQuery } from '@/features/servers/model/servers-store';
import { useMe } from '@/session/use-session';

/** All whom one shares a server with; undefined until some are known. */
export function useAcquaintances(without: readonly string[] = []): Person[] | undefined {
  const locale = useLocale();
  const me = useMe()?.userId;
  const servers = useQuery(serversQuery).data;
  const members = useQueries({ queries: (servers ?? []).map(({ serverId }) => membersQuery(serverId)) });
  if (servers === undefined || (members.length > 0 && members.every(({ data, isError }) => !data && !isError))) {
    return undefined;
  }
  return acquaintances(
    members.flatMap(({ data }) => data ?? []),
    [me, ...without],
    locale,
  );
}
