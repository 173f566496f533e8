import * as z from 'zod/mini';

const id = z.string();
const at = z.iso.datetime();
/** How far the messages of a channel, or of a thread, are read. */
const marked = {
  userId: id,
  serverId: id,
  channelId: id,
  threadId: z.nullish(id),
  messageId: id,
  number: z.number(),
  at,
};
const level = z.enum(['all', 'mentions', 'nothing']);
/** What somebody wants to hear of a place. */
const wished = { userId: id, serverId: id, muted: z.boolean(), level: z.nullish(level), at };

/** The events about what one has read oneself: topic `webchat.reads` (platform/docs/event-log.md). */
export const readingSchemas = {
  'webchat.channel.read.v1': z.object(marked),
  'webchat.channel.marked-unread.v1': z.object(marked),
  'webchat.channel.notifications-changed.v1': z.object({ ...wished, channelId: id }),
  'webchat.server.notifications-changed.v1': z.object(wished),
} as const;
