import { isTransient, ProblemError, WithheldError, type FieldError } from '@/http/problem';
import type { OutgoingMessage } from './outbox';

/** A message that is not accepted yet, as a browser keeps it. */
export interface KeptMessage extends Omit<OutgoingMessage, 'status' | 'reason'> {
  /** The one that sends it. */
  readonly tab: string;
  /** Why it was refused, if it was: then it is sent again only when its author asks for it. */
  readonly refusal: Refusal | null;
}

interface Refusal {
  readonly status: number;
  readonly problem: string;
  readonly message: string;
  readonly errors: readonly FieldError[];
}

/** Nobody has decided about it: it was kept back, or there was no answer, or none for somebody whose session has ended. */
export function isUnanswered(error: unknown): boolean {
  return (
    isTransient(error) || error instanceof WithheldError || (error instanceof ProblemError && error.status === 401)
  );
}

export function keptOf({ status, reason, ...message }: OutgoingMessage, tab: string): KeptMessage {
  const refused = status === 'failed' && reason instanceof ProblemError && !isUnanswered(reason);
  return { ...message, tab, refusal: refused ? refusalOf(reason) : null };
}

export function outgoingOf({ refusal, ...kept }: KeptMessage): OutgoingMessage {
  const { messageId, channelId, content, replyTo, threadId, attachments, at } = kept;
  const message = { messageId, channelId, content, replyTo, threadId, attachments, at };
  if (refusal === null) return { ...message, status: 'pending', reason: null };
  const { status, problem, message: text, errors } = refusal;
  return { ...message, status: 'failed', reason: new ProblemError(status, problem, text, errors) };
}

function refusalOf({ status, problem, message, errors }: ProblemError): Refusal {
  return { status, problem, message, errors };
}
