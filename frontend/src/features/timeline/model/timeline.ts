import type { Message } from '@/contracts/message';
import type { MessageEvent } from '@/realtime/events';
import type { MessagesPage } from '../api/fetch-messages';
import { applyToMessage, messageOf } from './message-fold';

export type { Message } from '@/contracts/message';

/**
 * Messages of a channel, or of one of its threads, without a hole, in the order of the log: the newest ones, or a stretch
 * of the past that one has jumped to.
 */
export interface Timeline {
  /** Null for that of the channel itself. */
  readonly threadId: string | null;
  readonly messages: readonly Message[];
  /** What they answer, as far as it is known and not among them. */
  readonly referenced: Readonly<Record<string, Message>>;
  readonly hasBefore: boolean;
  /** Whether it is a stretch of the past: then there are newer messages, and what is posted now is not among these. */
  readonly hasAfter: boolean;
}

export function timelineOf(
  { messages, referenced, hasBefore, hasAfter }: MessagesPage,
  threadId: string | null = null,
): Timeline {
  return { threadId, messages, referenced, hasBefore, hasAfter };
}

/**
 * What an event does to a timeline. What is said in a thread is not said in its channel, nor elsewhere. A message that the
 * timeline has already changes nothing: a retried append puts one message into the log twice.
 */
export function applyEvent(timeline: Timeline, event: MessageEvent): Timeline {
  if (event.type === 'webchat.message.posted.v1' && (event.data.threadId ?? null) === timeline.threadId) {
    if (timeline.hasAfter || timeline.messages.some(({ messageId }) => messageId === event.data.messageId)) {
      return timeline;
    }
    return { ...timeline, messages: [...timeline.messages, messageOf(event.data)] };
  }
  return changed(timeline, (message) => applyToMessage(message, event));
}

/**
 * Folds the events that the socket has delivered over a newest page that may lag behind them. The page is a suffix of the
 * timeline, so a post before the last one that it contains is either in it or older than it. What happened to messages may
 * be folded again: it has the same outcome, but for the number of posts in a thread, which their times tell apart.
 */
export function applyRecent(page: Timeline, recent: readonly MessageEvent[]): Timeline {
  const contained = new Set(page.messages.map(({ messageId }) => messageId));
  const isPost = (event: MessageEvent) =>
    event.type === 'webchat.message.posted.v1' && (event.data.threadId ?? null) === page.threadId;
  const last = recent.findLastIndex((event) => isPost(event) && contained.has(event.data.messageId));
  const missing = recent.filter((event, index) => !isPost(event) || index > last);
  return missing.reduce((timeline, event) => (isCounted(page, event) ? timeline : applyEvent(timeline, event)), page);
}

/** The thread that a post was made in counts it already. */
function isCounted(page: Timeline, event: MessageEvent): boolean {
  if (event.type !== 'webchat.message.posted.v1' || !event.data.threadId) return false;
  const { threadId, at } = event.data;
  const lastPostAt = page.messages.find(({ messageId }) => messageId === threadId)?.thread?.lastPostAt;
  return lastPostAt !== null && lastPostAt !== undefined && Date.parse(at) <= Date.parse(lastPostAt);
}

/** Puts an older page in front, provided that it fits: the timeline may have been fetched anew meanwhile. */
export function prependPage(timeline: Timeline, page: MessagesPage, recent: readonly MessageEvent[] = []): Timeline {
  const first = oldestNumber(timeline);
  const last = page.messages.at(-1);
  if (last !== undefined && (last.number ?? 0) + 1 !== first) return timeline;
  const changes = recent.filter(notPostIn(timeline.threadId));
  const older = applyRecent(timelineOf(page, timeline.threadId), changes);
  return {
    ...timeline,
    messages: [...older.messages, ...timeline.messages],
    referenced: { ...older.referenced, ...timeline.referenced },
    hasBefore: page.hasBefore,
  };
}

/**
 * Puts a newer page behind a stretch of the past, provided that it fits. The last one ends it: what was posted since is
 * folded over it, as over any newest page.
 */
export function appendPage(timeline: Timeline, page: MessagesPage, recent: readonly MessageEvent[] = []): Timeline {
  const last = newestNumber(timeline);
  const first = page.messages[0];
  if (!timeline.hasAfter || (first !== undefined && first.number !== (last ?? 0) + 1)) return timeline;
  const joined = {
    ...timeline,
    messages: [...timeline.messages, ...page.messages],
    referenced: { ...timeline.referenced, ...page.referenced },
    hasAfter: page.hasAfter,
  };
  return applyRecent(joined, recent);
}

function notPostIn(threadId: string | null): (event: MessageEvent) => boolean {
  return (event) => event.type !== 'webchat.message.posted.v1' || (event.data.threadId ?? null) !== threadId;
}

/** The number to ask for newer messages by. */
export function newestNumber(timeline: Timeline): number | null {
  return timeline.messages.at(-1)?.number ?? null;
}

/** The number to ask for older messages by. */
export function oldestNumber(timeline: Timeline): number | null {
  return timeline.messages[0]?.number ?? null;
}

/** A message, whether it is one of the timeline or only answered there. */
export function find(timeline: Timeline | undefined, messageId: string): Message | undefined {
  return timeline?.messages.find((message) => message.messageId === messageId) ?? timeline?.referenced[messageId];
}

/** Changes messages wherever they are shown; the same timeline if none changed. */
export function changed(timeline: Timeline, change: (message: Message) => Message): Timeline {
  const messages = changedAll(timeline.messages, change);
  const entries = Object.entries(timeline.referenced);
  const values = changedAll(
    entries.map(([, message]) => message),
    change,
  );
  const sameReferenced = values.every((message, index) => message === entries[index]?.[1]);
  if (messages === timeline.messages && sameReferenced) return timeline;
  const referenced = sameReferenced
    ? timeline.referenced
    : Object.fromEntries(values.map((message) => [message.messageId, message]));
  return { ...timeline, messages, referenced };
}

function changedAll(messages: readonly Message[], change: (message: Message) => Message): readonly Message[] {
  const after = messages.map(change);
  return after.every((message, index) => message === messages[index]) ? messages : after;
}
