'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { conversationsQuery } from '@/features/conversations/model/conversations-store';
import { membersQuery, serverQuery, serversQuery } from '@/features/servers/model/servers-store';
import { timelineQuery } from '@/features/timeline/model/timeline-store';
import { unreadQuery } from '@/features/unread/model/unread-store';
import { session } from '@/session/browser-session';

/**
 * Asks for what a page is made of in the moment in which it is known who looks at it: the answers are under way while the
 * page is made. What fails is asked again by whatever shows it, and so is what another channel is made of.
 */
export function useFirstRequests(): void {
  const client = useQueryClient();
  const { serverId, channelId } = useParams<{ serverId?: string; channelId?: string }>();

  const ask = useEffectEvent(() => {
    if (session.state().status !== 'signed-in') return false;
    if (channelId !== undefined) void client.prefetchQuery(timelineQuery(channelId));
    if (serverId !== undefined) {
      void client.prefetchQuery(serverQuery(serverId));
      void client.prefetchQuery(membersQuery(serverId));
    }
    void client.prefetchQuery(serversQuery);
    void client.prefetchQuery(unreadQuery);
    void client.prefetchQuery(conversationsQuery);
    return true;
  });

  useEffect(() => {
    if (ask()) return;
    const unsubscribe = session.subscribe(() => ask() && unsubscribe());
    return unsubscribe;
  }, []);
}
