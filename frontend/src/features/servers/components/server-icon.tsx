'use client';

import { useQuery } from '@tanstack/react-query';
import { Avatar } from '@/components/ui/avatar';
import { queryKeys } from '@/contracts/query-keys';
import type { ServerSummary } from '@/contracts/server';
import { useObjectUrl } from '@/http/use-object-url';
import { fetchIcon } from '../api/fetch-icon';

interface Props {
  server: Pick<ServerSummary, 'serverId' | 'name' | 'iconId'>;
  size?: 'small' | 'medium' | 'large';
}

/** The icon of a server; its initials where it has none, and until it is there. */
export function ServerIcon({ server: { serverId, name, iconId }, size = 'medium' }: Props) {
  const { data } = useQuery({
    queryKey: queryKeys.icon(serverId, iconId),
    queryFn: ({ signal }) => fetchIcon(serverId, iconId ?? '', signal),
    enabled: iconId !== null,
    staleTime: Infinity,
    // Who is told of a new icon by the socket may ask before the service that gives it out has heard of it.
    retry: 3,
  });
  const url = useObjectUrl(iconId === null ? undefined : data);
  return <Avatar id={serverId} name={name} size={size} shape="square" image={url} />;
}
