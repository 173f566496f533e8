'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { serverQuery } from '@/features/servers/model/servers-store';
import { lastPlace } from '../last-place';
import { ServerProblem } from '../server-problem';

/** Goes on to the channel of this server where one was last, or to its first. */
export function ServerEntrance({ serverId }: { serverId: string }) {
  const router = useRouter();
  const { data: server, error } = useQuery(serverQuery(serverId));

  useEffect(() => {
    if (!server) return;
    const last = lastPlace(serverId)?.channelId;
    const channel = server.channels.find(({ channelId }) => channelId === last) ?? server.channels[0];
    if (channel) router.replace(`/channels/${serverId}/${channel.channelId}`);
  }, [server, serverId, router]);

  return server === undefined && error ? <ServerProblem error={error} /> : null;
}
