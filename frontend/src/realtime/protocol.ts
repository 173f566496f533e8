import { z } from 'zod';

/** The frames of the gateway protocol (platform/docs/gateway-protocol.md). Unknown fields are ignored. */

export const positionsSchema = z.record(z.string(), z.number().int().nonnegative());

const serverFrameSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('hello'), heartbeatMillis: z.number().positive() }),
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
    offset: z.number().int().nonnegative(),
    type: z.string(),
    data: z.unknown(),
  }),
  z.object({ op: z.literal('caught_up'), positions: positionsSchema }),
  z.object({ op: z.literal('reset'), reason: z.string() }),
  z.object({ op: z.literal('subscribed'), serverId: z.string(), token: z.string() }),
  z.object({ op: z.literal('unsubscribed'), serverId: z.string() }),
  z.object({ op: z.literal('heartbeat_ack'), positions: positionsSchema }),
  z.object({ op: z.literal('authenticated'), expiresAt: z.string() }),
]);

const knownOps = new Set<string>(serverFrameSchema.options.map((option) => option.shape.op.value));

export type ServerFrame = z.infer<typeof serverFrameSchema>;
export type EventFrame = Extract<ServerFrame, { op: 'event' }>;
export type ReadyFrame = Extract<ServerFrame, { op: 'ready' }>;

export type ClientFrame =
  | { op: 'identify'; token: string }
  | { op: 'resume'; token: string; epoch: string; positions: Record<string, number> }
  | { op: 'heartbeat' }
  | { op: 'authenticate'; token: string };

/**
 * Reads one frame; null for an `op` of a later version, which a client may ignore. Throws for anything malformed: skipping
 * a frame could skip an event, and that would be a silent gap.
 */
export function parseServerFrame(text: string): ServerFrame | null {
  const frame = z.looseObject({ op: z.string() }).parse(JSON.parse(text));
  return knownOps.has(frame.op) ? serverFrameSchema.parse(frame) : null;
}
