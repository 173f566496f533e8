import { z } from 'zod';
import type { EventFrame } from './protocol';

/** The events of the log that the web app understands, by `ce_type` (platform/docs/event-log.md). */
export const eventSchemas = {
  'webchat.message.posted.v1': z.object({
    serverId: z.string(),
    channelId: z.string(),
    messageId: z.string(),
    authorId: z.string(),
    content: z.string(),
    at: z.iso.datetime(),
  }),
  'webchat.server.created.v1': z.object({
    serverId: z.string(),
    name: z.string(),
    ownerId: z.string(),
    at: z.iso.datetime(),
  }),
  'webchat.channel.created.v1': z.object({
    serverId: z.string(),
    channelId: z.string(),
    name: z.string(),
    createdBy: z.string(),
    at: z.iso.datetime(),
  }),
  'webchat.member.joined.v1': z.object({
    serverId: z.string(),
    userId: z.string(),
    inviteCode: z.string().nullish(),
    at: z.iso.datetime(),
  }),
  'webchat.invite.created.v1': z.object({
    serverId: z.string(),
    code: z.string(),
    createdBy: z.string(),
    at: z.iso.datetime(),
  }),
  'webchat.user.registered.v1': z.object({
    userId: z.string(),
    username: z.string(),
    displayName: z.string(),
    at: z.iso.datetime(),
  }),
} as const;

export type EventType = keyof typeof eventSchemas;
export type EventData<T extends EventType> = z.infer<(typeof eventSchemas)[T]>;
export type ChatEvent = { [T in EventType]: { type: T; data: EventData<T> } }[EventType];

export type MessagePosted = EventData<'webchat.message.posted.v1'>;
export type ChannelCreated = EventData<'webchat.channel.created.v1'>;
export type MemberJoined = EventData<'webchat.member.joined.v1'>;

/** Null for a type of a later version, which a reader ignores. Throws for a known type that breaks its schema. */
export function parseEvent(frame: Pick<EventFrame, 'type' | 'data'>): ChatEvent | null {
  if (!Object.hasOwn(eventSchemas, frame.type)) return null;
  const type = frame.type as EventType;
  return { type, data: eventSchemas[type].parse(frame.data) } as ChatEvent;
}
