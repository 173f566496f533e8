import type { QueryClient } from '@tanstack/react-query';
import { v7 as uuidv7 } from 'uuid';
import type { Message } from '@/contracts/message';
import { isTransient } from '@/http/problem';
import { addReaction } from '../api/add-reaction';
import { deleteMessage } from '../api/delete-message';
import { editMessage } from '../api/edit-message';
import { joinThread } from '../api/join-thread';
import { leaveThread } from '../api/leave-thread';
import { pinMessage } from '../api/pin-message';
import { removeReaction } from '../api/remove-reaction';
import { startThread } from '../api/start-thread';
import { unpinMessage } from '../api/unpin-message';
import { hasReacted, withoutReaction, withReaction } from './reactions';
import { changeMessage } from './timeline-store';

const RETRY_DELAYS_MILLIS = [400, 1_200];

/** Repeats, under one key, a command that got no answer. */
async function insist(run: (idempotencyKey: string) => Promise<void>): Promise<void> {
  const key = uuidv7();
  for (const delay of RETRY_DELAYS_MILLIS) {
    try {
      return await run(key);
    } catch (error) {
      if (!isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
  return run(key);
}

/** Shows the effect at once, and takes it back if the command fails. */
async function optimistically(
  client: QueryClient,
  message: Message,
  change: (message: Message) => Message,
  undo: (message: Message) => Message,
  run: (idempotencyKey: string) => Promise<void>,
): Promise<void> {
  changeMessage(client, message, change);
  try {
    await insist(run);
  } catch (error) {
    changeMessage(client, message, undo);
    throw error;
  }
}

/** Reacts to a message, or no longer. */
export function toggleReaction(client: QueryClient, message: Message, emoji: string, me: string): Promise<void> {
  const { channelId, messageId } = message;
  const add = (shown: Message) => ({ ...shown, reactions: withReaction(shown.reactions, emoji, me) });
  const remove = (shown: Message) => ({ ...shown, reactions: withoutReaction(shown.reactions, emoji, me) });
  return hasReacted(message.reactions, emoji, me)
    ? optimistically(client, message, remove, add, (key) => removeReaction(channelId, messageId, emoji, key))
    : optimistically(client, message, add, remove, (key) => addReaction(channelId, messageId, emoji, key));
}

export function togglePin(client: QueryClient, message: Message): Promise<void> {
  const { channelId, messageId, isPinned } = message;
  const pinned = (to: boolean) => (shown: Message) => ({ ...shown, isPinned: to && !shown.isDeleted });
  const run = isPinned ? unpinMessage : pinMessage;
  return optimistically(client, message, pinned(!isPinned), pinned(isPinned), (key) => run(channelId, messageId, key));
}

/** The revision stays that of the log, so that the event of this edit still counts. */
export function edit(client: QueryClient, message: Message, content: string): Promise<void> {
  const { channelId, messageId, revision, content: before, editedAt } = message;
  const isUntouched = (shown: Message) => shown.revision === revision;
  return optimistically(
    client,
    message,
    (shown) => ({ ...shown, content, editedAt: new Date().toISOString() }),
    (shown) => (isUntouched(shown) ? { ...shown, content: before, editedAt } : shown),
    (key) => editMessage(channelId, messageId, content, key),
  );
}

export function remove({ channelId, messageId }: Message): Promise<void> {
  return insist((key) => deleteMessage(channelId, messageId, key));
}

export function beginThread({ channelId, messageId }: Message, name: string): Promise<void> {
  return insist((key) => startThread(channelId, messageId, name, key));
}

export function setThreadMembership({ channelId, messageId }: Message, joins: boolean): Promise<void> {
  return insist((key) => (joins ? joinThread : leaveThread)(channelId, messageId, key));
}
