import type { Message } from '@/contracts/message';
import type { OutgoingMessage } from './outbox';

/** The last message of somebody that can be written anew: also one that was accepted, and that the log has not told yet. */
export function lastOwn(messages: readonly Message[], sent: readonly OutgoingMessage[], me: string): string | null {
  const accepted = sent.findLast(
    ({ messageId, status }) => status === 'accepted' && !messages.some((message) => message.messageId === messageId),
  );
  const last = accepted ?? messages.findLast(({ authorId, isDeleted }) => authorId === me && !isDeleted);
  return last?.messageId ?? null;
}
