import type { Message } from '@/contracts/message';
import type { Timeline } from './timeline';

/** More messages than this are not kept: those far from where one reads are fetched again when one comes back to them. */
export const MOST_MESSAGES = 350;
const KEPT_MESSAGES = 250;
/** So many around the place where one reads stay in any case: more than a screen shows. */
const NEAR_MESSAGES = 40;

/**
 * The messages around one of them. Where a timeline is cut it can grow again by the page that follows, which is asked for by
 * number: it is cut where numbers are known, and stays longer where none is.
 */
export function windowAround(timeline: Timeline, messageId: string): Timeline {
  const { messages } = timeline;
  const at = messages.findIndex((message) => message.messageId === messageId);
  if (messages.length <= MOST_MESSAGES || at === -1) return timeline;
  const start = Math.max(0, Math.min(at - KEPT_MESSAGES / 2, messages.length - KEPT_MESSAGES));
  const from = start === 0 ? 0 : (cutsBefore(messages, start, at - NEAR_MESSAGES) ?? 0);
  const last = Math.min(start + KEPT_MESSAGES, messages.length) - 1;
  const to =
    last === messages.length - 1 ? last : (cutsAfter(messages, last, at + NEAR_MESSAGES) ?? messages.length - 1);
  if (from === 0 && to === messages.length - 1) return timeline;

  const kept = messages.slice(from, to + 1);
  const answered = new Set(kept.map(({ replyTo }) => replyTo));
  const dropped = [...messages.slice(0, from), ...messages.slice(to + 1)];
  const referenced = [...Object.values(timeline.referenced), ...dropped]
    .filter((message) => answered.has(message.messageId))
    .map((message) => [message.messageId, message] as const);
  return {
    ...timeline,
    messages: kept,
    referenced: Object.fromEntries(referenced),
    hasBefore: timeline.hasBefore || from > 0,
    hasAfter: timeline.hasAfter || to < messages.length - 1,
  };
}

/** Takes over the numbers of messages that were posted since the timeline was fetched. */
export function numbered(timeline: Timeline, page: readonly Message[]): Timeline {
  const numbers = new Map(page.map(({ messageId, number }) => [messageId, number]));
  const messages = timeline.messages.map((message) => {
    const number = message.number ?? numbers.get(message.messageId) ?? null;
    return number === message.number ? message : { ...message, number };
  });
  return { ...timeline, messages };
}

/** The first place with a number at or after a wished one, else the last before it; none later than the latest. */
function cutsBefore(messages: readonly Message[], wished: number, latest: number): number | null {
  const places = placesWithNumbers(messages).filter((place) => place <= latest);
  return places.find((place) => place >= wished) ?? places.at(-1) ?? null;
}

/** The last place with a number at or before a wished one, else the first after it; none earlier than the earliest. */
function cutsAfter(messages: readonly Message[], wished: number, earliest: number): number | null {
  const places = placesWithNumbers(messages).filter((place) => place >= earliest);
  return places.findLast((place) => place <= wished) ?? places[0] ?? null;
}

function placesWithNumbers(messages: readonly Message[]): number[] {
  return messages.flatMap(({ number }, place) => (number === null ? [] : [place]));
}
