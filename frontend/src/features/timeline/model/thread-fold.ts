import type { MessageThread } from '@/contracts/message';
import type { EventData, MessagePosted } from '@/realtime/events';

const MAX_MEMBERS = 1_000;

/** A thread as it begins: with who began it. */
export function threadOf({ messageId, name, actorId, at }: EventData<'webchat.thread.started.v1'>): MessageThread {
  return { id: messageId, name, startedBy: actorId, startedAt: at, members: [actorId], messages: 0, lastPostAt: null };
}

export function joined(thread: MessageThread, userId: string): MessageThread {
  const stays = thread.members.includes(userId) || thread.members.length >= MAX_MEMBERS;
  return stays ? thread : { ...thread, members: [...thread.members, userId] };
}

export function left(thread: MessageThread, userId: string): MessageThread {
  if (!thread.members.includes(userId)) return thread;
  return { ...thread, members: thread.members.filter((member) => member !== userId) };
}

/** Who posts in a thread joins it. */
export function posted(thread: MessageThread, { authorId, at }: MessagePosted): MessageThread {
  return { ...joined(thread, authorId), messages: thread.messages + 1, lastPostAt: at };
}
