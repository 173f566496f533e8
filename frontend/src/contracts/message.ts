import * as z from 'zod/mini';
import { attachmentSchema, mentionsSchema } from '@/realtime/message-events';
import { orNull } from './or-null';

const optional = orNull(z.string());

export const reactionSchema = z.object({ emoji: z.string(), userIds: z.array(z.string()) });

/** The thread that hangs on a message and has its id. */
export const threadSchema = z.object({
  id: z.string(),
  name: z.string(),
  startedBy: z.string(),
  startedAt: z.string(),
  members: z.array(z.string()),
  /** How many were posted in it, those deleted since included. */
  messages: z.number(),
  lastPostAt: optional,
});

/** A message as it is now. A deleted one keeps its place and says nothing. */
export const messageSchema = z.object({
  /** Its place in its timeline; null until a page has told it. */
  number: z.nullable(z.number()),
  messageId: z.string(),
  channelId: z.string(),
  authorId: z.string(),
  content: z.string(),
  replyTo: optional,
  threadId: optional,
  mentions: orNull(mentionsSchema),
  attachments: z._default(z.array(attachmentSchema), []),
  at: z.iso.datetime(),
  revision: z._default(z.number(), 0),
  editedAt: optional,
  isDeleted: z._default(z.boolean(), false),
  reactions: z._default(z.array(reactionSchema), []),
  isPinned: z._default(z.boolean(), false),
  thread: orNull(threadSchema),
});

/**
 * Whether it is not known yet what a message says: it was edited before it was told, and the edit that says it is on its way
 * (platform/docs/gateway-protocol.md, “What is told late”). Nobody writes nothing.
 */
export function isUntold(message: Pick<Message, 'content' | 'attachments' | 'isDeleted'>): boolean {
  return message.content === '' && message.attachments.length === 0 && !message.isDeleted;
}

export type Attachment = z.infer<typeof attachmentSchema>;
export type Mentions = z.infer<typeof mentionsSchema>;
export type Reaction = z.infer<typeof reactionSchema>;
export type MessageThread = z.infer<typeof threadSchema>;
export type Message = z.infer<typeof messageSchema>;
