import type { Message } from '@/contracts/message';
import type { MessageEvent, MessagePosted } from '@/realtime/events';
import { withoutReaction, withReaction } from './reactions';
import * as threads from './thread-fold';

/** A message as it was posted. */
export function messageOf(posted: MessagePosted): Message {
  return {
    number: null,
    messageId: posted.messageId,
    channelId: posted.channelId,
    authorId: posted.authorId,
    content: posted.content,
    replyTo: posted.replyTo ?? null,
    threadId: posted.threadId ?? null,
    mentions: posted.mentions ?? null,
    attachments: posted.attachments ?? [],
    at: posted.at,
    revision: 0,
    editedAt: null,
    isDeleted: false,
    reactions: [],
    isPinned: false,
    thread: null,
  };
}

/**
 * Folds an event over the message that it is about, as the domain does (io.webchat.domain.message.Message). Whatever raced
 * and lost leaves the message as it is. The thread outlives the message that it hangs on.
 */
export function applyToMessage(message: Message, event: MessageEvent): Message {
  return message.thread === null && message.isDeleted ? message : withThread(withChange(message, event), event);
}

function withChange(message: Message, event: MessageEvent): Message {
  if (message.isDeleted || event.data.messageId !== message.messageId) return message;
  switch (event.type) {
    case 'webchat.message.edited.v1': {
      const { revision, content, mentions, at } = event.data;
      if (revision !== message.revision + 1) return message;
      // Of an edit with a later one behind it one is not told any more what it said; that one is told next.
      if (content === '') return { ...message, revision, editedAt: at };
      return { ...message, revision, content, mentions: mentions ?? null, editedAt: at };
    }
    case 'webchat.message.deleted.v1':
      return deleted(message);
    case 'webchat.reaction.added.v1':
      return reacted(message, withReaction(message.reactions, event.data.emoji, event.data.actorId));
    case 'webchat.reaction.removed.v1':
      return reacted(message, withoutReaction(message.reactions, event.data.emoji, event.data.userId));
    case 'webchat.message.pinned.v1':
      return message.isPinned ? message : { ...message, isPinned: true };
    case 'webchat.message.unpinned.v1':
      return message.isPinned ? { ...message, isPinned: false } : message;
    case 'webchat.thread.started.v1':
      return message.thread === null ? { ...message, thread: threads.threadOf(event.data) } : message;
    default:
      return message;
  }
}

function withThread(message: Message, event: MessageEvent): Message {
  const { thread } = message;
  if (thread === null) return message;
  const changed = changedThread(thread, event);
  return changed === thread ? message : { ...message, thread: changed };
}

function changedThread(thread: NonNullable<Message['thread']>, event: MessageEvent): NonNullable<Message['thread']> {
  switch (event.type) {
    case 'webchat.message.posted.v1':
      return event.data.threadId === thread.id ? threads.posted(thread, event.data) : thread;
    case 'webchat.thread.joined.v1':
      return event.data.messageId === thread.id ? threads.joined(thread, event.data.actorId) : thread;
    case 'webchat.thread.left.v1':
      return event.data.messageId === thread.id ? threads.left(thread, event.data.actorId) : thread;
    default:
      return thread;
  }
}

function deleted(message: Message): Message {
  return {
    ...message,
    content: '',
    replyTo: null,
    mentions: null,
    attachments: [],
    reactions: [],
    isDeleted: true,
    isPinned: false,
  };
}

function reacted(message: Message, reactions: Message['reactions']): Message {
  return reactions === message.reactions ? message : { ...message, reactions };
}
