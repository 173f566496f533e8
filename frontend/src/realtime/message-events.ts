import * as z from 'zod/mini';

const id = z.string();
const at = z.iso.datetime();
/** What somebody did with a message. */
const acted = { serverId: id, channelId: id, messageId: id, actorId: id, at };

/** Whom a message calls, found when it was written. */
export const mentionsSchema = z.object({ users: z.array(id), roles: z.array(id), everyone: z.boolean() });

/** A file that a message carries. */
export const attachmentSchema = z.object({
  id,
  name: z.string(),
  contentType: z.string(),
  size: z.number(),
  image: z.nullish(z.object({ width: z.number(), height: z.number() })),
  hasThumbnail: z.boolean(),
});

/** The events about what people say: topic `webchat.messages` (platform/docs/event-log.md). */
export const messageSchemas = {
  'webchat.message.posted.v1': z.object({
    serverId: id,
    channelId: id,
    messageId: id,
    authorId: id,
    content: z.string(),
    replyTo: z.nullish(id),
    threadId: z.nullish(id),
    mentions: z.nullish(mentionsSchema),
    attachments: z.nullish(z.array(attachmentSchema)),
    at,
  }),
  'webchat.message.edited.v1': z.object({
    ...acted,
    revision: z.number(),
    content: z.string(),
    mentions: z.nullish(mentionsSchema),
  }),
  'webchat.message.deleted.v1': z.object(acted),
  'webchat.message.pinned.v1': z.object(acted),
  'webchat.message.unpinned.v1': z.object(acted),
  'webchat.reaction.added.v1': z.object({ ...acted, emoji: z.string() }),
  'webchat.reaction.removed.v1': z.object({ ...acted, userId: id, emoji: z.string() }),
  'webchat.thread.started.v1': z.object({ ...acted, name: z.string() }),
  'webchat.thread.joined.v1': z.object(acted),
  'webchat.thread.left.v1': z.object(acted),
} as const;
