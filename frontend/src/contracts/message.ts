import { z } from 'zod';
import { attachmentSchema, mentionsSchema } from '@/realtime/message-events';

/** The services leave out what there is none of. */
const optional = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

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
  number: z.number().nullable(),
  messageId: z.string(),
  channelId: z.string(),
  authorId: z.string(),
  content: z.string(),
  replyTo: optional,
  threadId: optional,
  mentions: mentionsSchema.nullish().transform((value) => value ?? null),
  attachments: z.array(attachmentSchema).default([]),
  at: z.iso.datetime(),
  revision: z.number().default(0),
  editedAt: optional,
  isDeleted: z.boolean().default(false),
  reactions: z.array(reactionSchema).default([]),
  isPinned: z.boolean().default(false),
  thread: threadSchema.nullish().transform((value) => value ?? null),
});

export type Attachment = z.infer<typeof attachmentSchema>;
export type Mentions = z.infer<typeof mentionsSchema>;
export type Reaction = z.infer<typeof reactionSchema>;
export type MessageThread = z.infer<typeof threadSchema>;
export type Message = z.infer<typeof messageSchema>;
