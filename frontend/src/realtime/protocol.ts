import * as z from 'zod/mini';

/** The frames of the gateway protocol (platform/docs/gateway-protocol.md). Unknown fields are ignored. */

export const positionsSchema = z.record(z.string(), z.int().check(z.nonnegative()));

const presenceStatusSchema = z.enum(['online', 'idle', 'do-not-disturb', 'offline']);
export const presenceChoiceSchema = z.enum(['automatic', 'idle', 'do-not-disturb', 'invisible']);

/** How others see somebody. */
export type PresenceStatus = z.infer<typeof presenceStatusSchema>;
/** How somebody wants to be seen. */
export type PresenceChoice = z.infer<typeof presenceChoiceSchema>;

const serverFrameSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('hello'), heartbeatMillis: z.number().check(z.positive()) }),
  z.object({
    op: z.literal('ready'),
    user: z.object({ userId: z.string() }),
    sessionId: z.string(),
    epoch: z.string(),
    positions: positionsSchema,
    token: z.string(),
  }),
  z.object({
    op: z.literal('event'),
    stream: z.string(),
    offset: z.int().check(z.nonnegative()),
    type: z.string(),
    data: z.unknown(),
  }),
  z.object({
    op: z.literal('caught_up'),
    positions: positionsSchema,
    serverIds: z.array(z.string()),
  }),
  z.object({ op: z.literal('reset'), reason: z.string() }),
  z.object({ op: z.literal('subscribed'), serverId: z.string(), token: z.string() }),
  z.object({ op: z.literal('unsubscribed'), serverId: z.string() }),
  z.object({ op: z.literal('heartbeat_ack'), positions: positionsSchema }),
  z.object({ op: z.literal('authenticated'), expiresAt: z.string() }),
  z.object({
    op: z.literal('presences'),
    users: z.array(z.object({ userId: z.string(), status: presenceStatusSchema })),
  }),
  z.object({ op: z.literal('presence_changed'), userId: z.string(), status: presenceStatusSchema }),
  z.object({ op: z.literal('own_presence'), chosen: presenceChoiceSchema }),
  z.object({ op: z.literal('watching'), channelIds: z.array(z.string()), token: z.string() }),
  z.object({
    op: z.literal('activity'),
    serverId: z.string(),
    channelId: z.string(),
    stream: z.string(),
    offset: z.int().check(z.nonnegative()),
    posted: z.optional(z.int().check(z.nonnegative())),
    mentioned: z.optional(z.int().check(z.nonnegative())),
  }),
  z.object({
    op: z.literal('typing_started'),
    serverId: z.string(),
    channelId: z.string(),
    threadId: z.nullish(z.string()),
    userId: z.string(),
  }),
]);

const knownOps = new Set<string>(serverFrameSchema.def.options.flatMap((option) => option.shape.op.def.values));

export type ServerFrame = z.infer<typeof serverFrameSchema>;
export type EventFrame = Extract<ServerFrame, { op: 'event' }>;
/** Who is there and who is writing: no part of the log, and true only for now. */
export type PassingFrame = Extract<
  ServerFrame,
  { op: 'presences' | 'presence_changed' | 'own_presence' | 'typing_started' }
>;
export type TypingStarted = Extract<ServerFrame, { op: 'typing_started' }>;
/** Something happened in a channel that is not watched. */
export type ActivityFrame = Extract<ServerFrame, { op: 'activity' }>;
export type ReadyFrame = Extract<ServerFrame, { op: 'ready' }>;

export type ClientFrame =
  | { op: 'identify'; token: string; channelIds?: string[] }
  | {
      op: 'resume';
      token: string;
      epoch: string;
      positions: Record<string, number>;
      channelIds?: string[];
      acknowledged?: Record<string, number>;
    }
  | { op: 'heartbeat' }
  | { op: 'authenticate'; token: string }
  | PassingClientFrame;

/** What passes: said while there is a connection, and again on the next one. */
export type PassingClientFrame =
  | { op: 'watch'; userIds: string[]; channelIds: string[] }
  | { op: 'presence'; activity: 'active' | 'idle'; chosen: PresenceChoice }
  | { op: 'choose_presence'; chosen: PresenceChoice }
  | { op: 'typing'; channelId: string; threadId?: string };

/**
 * Reads one frame; null for an `op` of a later version, which a client may ignore. Throws for anything malformed: skipping
 * a frame could skip an event, and that would be a silent gap.
 */
export function parseServerFrame(text: string): ServerFrame | null {
  const frame = z.looseObject({ op: z.string() }).parse(JSON.parse(text));
  return knownOps.has(frame.op) ? serverFrameSchema.parse(frame) : null;
}
