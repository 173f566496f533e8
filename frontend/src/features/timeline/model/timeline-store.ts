import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/contracts/query-keys';
import { refetch } from '@/http/refetch';
import { keepProfiles } from '@/profiles/use-profile';
import type { MessagePosted } from '@/realtime/events';
import { RecentEvents } from '@/realtime/recent-events';
import { fetchMessages } from '../api/fetch-messages';
import { outbox } from './browser-outbox';
import { applyEvent, applyRecent, oldestNumber, prependPage, timelineOf, type Timeline } from './timeline';

const recent = new RecentEvents<MessagePosted>();

export const timelineQuery = (channelId: string) =>
  queryOptions({
    queryKey: queryKeys.timeline(channelId),
    queryFn: async ({ signal, client }): Promise<Timeline> => {
      const page = await fetchMessages(channelId, null, signal);
      keepProfiles(client, Object.values(page.authors));
      return applyRecent(timelineOf(page), recent.of(channelId));
    },
    // Events keep it up to date; it is fetched anew only when delivery starts anew.
    staleTime: Infinity,
  });

export function onMessagePosted(client: QueryClient, event: MessagePosted): void {
  recent.add(event.channelId, event);
  const { queryKey } = timelineQuery(event.channelId);
  client.setQueryData(queryKey, (timeline) => timeline && applyEvent(timeline, event));
  outbox.remove(event.messageId);
}

export async function loadOlder(client: QueryClient, channelId: string): Promise<void> {
  const { queryKey } = timelineQuery(channelId);
  const timeline = client.getQueryData(queryKey);
  const before = timeline && oldestNumber(timeline);
  if (!timeline?.hasBefore || before === null || before === undefined) return;
  const page = await fetchMessages(channelId, before);
  keepProfiles(client, Object.values(page.authors));
  client.setQueryData(queryKey, (current) => current && prependPage(current, page));
}

/** Delivery starts anew: between what is kept and what will arrive there may be a hole. */
export function onRestart(client: QueryClient): void {
  recent.clear();
  outbox.forgetAccepted();
  void refetch(client, queryKeys.timelines);
}
