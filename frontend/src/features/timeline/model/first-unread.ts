import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Message } from '@/contracts/message';
import { fetchMessages } from '../api/fetch-messages';
import { firstUnreadIn, type FirstUnread } from './rows';
import { timelineQuery } from './timeline-store';

/** Those that were deleted are not to be seen; that so many follow each other is rare. */
const LOOKED_AT = 20;

/** The first unread message that is to be seen; null if there is none. */
export const firstUnreadQuery = (channelId: string, threadId: string | null, { number }: FirstUnread) =>
  queryOptions({
    queryKey: ['first-unread', channelId, threadId, number],
    queryFn: async ({ signal }): Promise<Message | null> => {
      const { messages } = await fetchMessages(channelId, threadId, { after: number - 1 }, signal, LOOKED_AT);
      return messages.find(({ isDeleted }) => !isDeleted) ?? null;
    },
    staleTime: Infinity,
    gcTime: 0,
  });

/** The same, from what is loaded where that is enough. */
export async function findFirstUnread(
  client: QueryClient,
  channelId: string,
  threadId: string | null,
  firstUnread: FirstUnread,
): Promise<Message | null> {
  const timeline = client.getQueryData(timelineQuery(channelId, threadId).queryKey);
  return firstUnreadIn(timeline, firstUnread) ?? client.fetchQuery(firstUnreadQuery(channelId, threadId, firstUnread));
}
