import type { MessagePosted } from '@/realtime/events';
import type { MessagesPage } from '../api/fetch-messages';

export interface Message {
  readonly messageId: string;
  readonly authorId: string;
  readonly content: string;
  readonly at: string;
  /** Its place in the channel; null until a page has told it. */
  readonly number: number | null;
}

/** The newest messages of a channel, without a hole, in the order of the log. */
export interface Timeline {
  readonly messages: readonly Message[];
  readonly hasBefore: boolean;
}

export function timelineOf({ messages, hasBefore }: MessagesPage): Timeline {
  return { messages, hasBefore };
}

/** A message that the timeline has already changes nothing: a retried append puts one message into the log twice. */
export function applyEvent(timeline: Timeline, { messageId, authorId, content, at }: MessagePosted): Timeline {
  if (timeline.messages.some((message) => message.messageId === messageId)) return timeline;
  return { ...timeline, messages: [...timeline.messages, { messageId, authorId, content, at, number: null }] };
}

/**
 * Folds the events that the socket has delivered over a newest page that may lag behind them. The page is a suffix of the
 * channel, so an event before the last one that it contains is either in it or older than it.
 */
export function applyRecent(page: Timeline, recent: readonly MessagePosted[]): Timeline {
  const contained = new Set(page.messages.map(({ messageId }) => messageId));
  const last = recent.findLastIndex(({ messageId }) => contained.has(messageId));
  return recent.slice(last + 1).reduce(applyEvent, page);
}

/** Puts an older page in front, provided that it fits: the timeline may have been fetched anew meanwhile. */
export function prependPage(timeline: Timeline, page: MessagesPage): Timeline {
  const first = oldestNumber(timeline);
  const last = page.messages.at(-1);
  if (last !== undefined && last.number + 1 !== first) return timeline;
  return { messages: [...page.messages, ...timeline.messages], hasBefore: page.hasBefore };
}

/** The number to ask for older messages by. */
export function oldestNumber(timeline: Timeline): number | null {
  return timeline.messages[0]?.number ?? null;
}
