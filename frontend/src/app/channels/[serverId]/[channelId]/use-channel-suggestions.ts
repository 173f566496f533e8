'use client';

import { useMemo } from 'react';
import { channelToken } from '@/contracts/mentions';
import { isConversation, type Server } from '@/contracts/server';
import type { Suggestion } from '@/features/composer/model/suggestions';

const NONE: readonly Suggestion[] = [];

/** Which channels can be named: those of the server that one sees. */
export function useChannelSuggestions(server: Server | undefined): readonly Suggestion[] {
  return useMemo(() => {
    if (!server || isConversation(server)) return NONE;
    const categories = new Map(server.categories.map(({ categoryId, name }) => [categoryId, name]));
    return server.channels.map(({ channelId, name, categoryId }): Suggestion => ({
      id: channelId,
      kind: 'channel',
      mark: '#',
      name,
      token: channelToken(channelId),
      detail: categories.get(categoryId ?? '') ?? '',
    }));
  }, [server]);
}
