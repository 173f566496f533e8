import type * as z from 'zod/mini';
import type { EventFrame } from './protocol';
import { messageSchemas } from './message-events';
import { profileSchemas } from './profile-events';
import { readingSchemas } from './reading-events';
import { structureSchemas } from './structure-events';

/** The events of the log that the web app understands, by `ce_type` (platform/docs/event-log.md). */
export const eventSchemas = {
  ...messageSchemas,
  ...profileSchemas,
  ...structureSchemas,
  ...readingSchemas,
} as const;

export type EventType = keyof typeof eventSchemas;
export type EventData<T extends EventType> = z.infer<(typeof eventSchemas)[T]>;
export type EventOf<T extends EventType> = { [K in T]: { type: K; data: EventData<K> } }[T];
export type ChatEvent = EventOf<EventType>;
export type StructureEvent = EventOf<keyof typeof structureSchemas>;

/** What happens to messages, reactions, pins and threads. */
export type MessageEvent = EventOf<keyof typeof messageSchemas>;
/** What one has read, or wants to hear of, on any device. */
export type ReadingEvent = EventOf<keyof typeof readingSchemas>;
/** How somebody shows themselves from now on. */
export type ProfileEvent = EventOf<keyof typeof profileSchemas>;
export type MessagePosted = EventData<'webchat.message.posted.v1'>;

/** Null for a type of a later version, which a reader ignores. Throws for a known type that breaks its schema. */
export function parseEvent(frame: Pick<EventFrame, 'type' | 'data'>): ChatEvent | null {
  if (!Object.hasOwn(eventSchemas, frame.type)) return null;
  const type = frame.type as EventType;
  return { type, data: eventSchemas[type].parse(frame.data) } as ChatEvent;
}

export function isStructureEvent(event: ChatEvent): event is StructureEvent {
  return Object.hasOwn(structureSchemas, event.type);
}

export function isMessageEvent(event: ChatEvent): event is MessageEvent {
  return Object.hasOwn(messageSchemas, event.type);
}

export function isProfileEvent(event: ChatEvent): event is ProfileEvent {
  return Object.hasOwn(profileSchemas, event.type);
}

export function isReadingEvent(event: ChatEvent): event is ReadingEvent {
  return Object.hasOwn(readingSchemas, event.type);
}
