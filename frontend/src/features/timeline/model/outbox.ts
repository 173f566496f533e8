import type { Attachment } from '@/contracts/message';
import { isTransient, ProblemError } from '@/http/problem';

export interface OutgoingMessage {
  readonly messageId: string;
  readonly channelId: string;
  readonly content: string;
  readonly replyTo: string | null;
  readonly threadId: string | null;
  readonly attachments: readonly Attachment[];
  readonly at: string;
  /** Accepted: it will not be lost; its place in the channel is not known before the log tells it. */
  readonly status: 'pending' | 'accepted' | 'failed';
  readonly reason: Error | null;
}

/** What a message is besides its words. */
export type Extras = Partial<Pick<OutgoingMessage, 'replyTo' | 'threadId' | 'attachments'>>;

export interface OutboxEnvironment {
  post(message: OutgoingMessage): Promise<void>;
  newId(): string;
  now(): Date;
  wait(millis: number): Promise<void>;
}

const RETRY_DELAYS_MILLIS = [500, 1_000, 2_000, 4_000];
const LONGEST_DELAY_MILLIS = 5_000;

/**
 * Messages on their way, by channel, sent one after the other so that they keep the order in which they were written.
 *
 * A message keeps its id through every attempt, so that it is posted once, whatever happened to the answers. After a few
 * attempts it fails and waits for the user, or for the connection to come back.
 */
export class Outbox {
  #messages: readonly OutgoingMessage[] = [];
  readonly #sending = new Set<string>();
  readonly #unanswered = new Set<string>();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly environment: OutboxEnvironment) {}

  readonly messages = (): readonly OutgoingMessage[] => this.#messages;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  send(channelId: string, content: string, extras: Extras = {}): void {
    const { newId, now } = this.environment;
    const place = { replyTo: null, threadId: null, attachments: [], ...extras };
    const message = { messageId: newId(), channelId, content, ...place, at: now().toISOString(), reason: null };
    this.#set([...this.#messages, { ...message, status: 'pending' }]);
    void this.#work(channelId);
  }

  retry(messageId: string): void {
    const message = this.#find(messageId);
    if (message?.status !== 'failed') return;
    this.#change(messageId, { status: 'pending', reason: null });
    void this.#work(message.channelId);
  }

  /** The connection is back: try again whatever failed only for the want of an answer. */
  retryUnanswered(): void {
    for (const messageId of [...this.#unanswered]) this.retry(messageId);
  }

  /** Deleted by its author, or come back from the log. */
  remove(messageId: string): void {
    this.#unanswered.delete(messageId);
    if (this.#find(messageId)) this.#set(this.#messages.filter((message) => message.messageId !== messageId));
  }

  /** What was accepted is contained in whatever is fetched from now on. */
  forgetAccepted(): void {
    this.#set(this.#messages.filter(({ status }) => status !== 'accepted'));
  }

  clear(): void {
    this.#unanswered.clear();
    this.#set([]);
  }

  async #work(channelId: string): Promise<void> {
    if (this.#sending.has(channelId)) return;
    this.#sending.add(channelId);
    try {
      for (let next = this.#nextOf(channelId); next; next = this.#nextOf(channelId)) await this.#deliver(next);
    } finally {
      this.#sending.delete(channelId);
    }
  }

  async #deliver(message: OutgoingMessage): Promise<void> {
    try {
      await this.#attempt(message);
      this.#unanswered.delete(message.messageId);
      this.#change(message.messageId, { status: 'accepted' });
    } catch (error) {
      // Who waits behind a message that got no answer would get none either.
      const unanswered = isTransient(error);
      const failed = unanswered ? this.#pendingOf(message.channelId) : [message];
      for (const { messageId } of failed) {
        if (unanswered) this.#unanswered.add(messageId);
        this.#change(messageId, { status: 'failed', reason: error as Error });
      }
    }
  }

  async #attempt(message: OutgoingMessage): Promise<void> {
    for (const delay of RETRY_DELAYS_MILLIS) {
      try {
        return await this.environment.post(message);
      } catch (error) {
        if (!isTransient(error) || !this.#find(message.messageId)) throw error;
        const asked = error instanceof ProblemError ? error.retryAfterMillis : null;
        await this.environment.wait(Math.min(asked ?? delay, LONGEST_DELAY_MILLIS));
      }
    }
    return this.environment.post(message);
  }

  #pendingOf(channelId: string): readonly OutgoingMessage[] {
    return this.#messages.filter((message) => message.channelId === channelId && message.status === 'pending');
  }

  #nextOf(channelId: string): OutgoingMessage | undefined {
    return this.#pendingOf(channelId)[0];
  }

  #find(messageId: string): OutgoingMessage | undefined {
    return this.#messages.find((message) => message.messageId === messageId);
  }

  #change(messageId: string, change: Partial<OutgoingMessage>): void {
    this.#set(this.#messages.map((message) => (message.messageId === messageId ? { ...message, ...change } : message)));
  }

  #set(messages: readonly OutgoingMessage[]): void {
    this.#messages = messages;
    for (const listener of [...this.#listeners]) listener();
  }
}
