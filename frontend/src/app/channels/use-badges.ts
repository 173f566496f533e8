'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Badge } from '@/contracts/badge';
import { conversationsQuery } from '@/features/conversations/model/conversations-store';
import { badgeOf, badgeOfConversation, badgeOfServer, totalOf } from '@/features/unread/model/badges';
import { useUnread } from '@/features/unread/model/use-unread';
import { setWaiting } from './page-title';

/** What waits where, for all that shows it. */
export function useBadges() {
  const state = useUnread();
  const { data: conversations } = useQuery(conversationsQuery);
  const channelIds = useMemo(() => new Set(conversations?.map(({ channelId }) => channelId)), [conversations]);
  const total = totalOf(state, channelIds);

  useEffect(() => setWaiting(total.mentions, total.unread), [total.mentions, total.unread]);
  // No other page knows what waits.
  useEffect(() => () => setWaiting(0, false), []);

  const direct = useMemo((): Badge => {
    const badges = [...channelIds].map((channelId) => badgeOfConversation(state, channelId));
    return {
      unread: badges.some(({ unread }) => unread),
      mentions: badges.reduce((sum, { mentions }) => sum + mentions, 0),
      muted: false,
    };
  }, [state, channelIds]);

  return {
    total,
    direct,
    ofChannel: (channelId: string) => badgeOf(state, channelId),
    ofServer: (serverId: string) => badgeOfServer(state, serverId),
    ofConversation: (channelId: string) => badgeOfConversation(state, channelId),
  };
}
