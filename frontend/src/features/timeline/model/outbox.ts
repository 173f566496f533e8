import type { Attachment } from '@/contracts/message';
import { isTransient, ProblemError } from '@/http/problem';
import type { Tabs } from '@/storage/tabs';
import type { Written } from '@/storage/written';
import { isUnanswered, keptOf, outgoingOf, type KeptMessage } from './kept-message';

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
  /** Where they are until they are accepted. */
  readonly written: Written<KeptMessage>;
  readonly tabs: Tabs;
}

const RETRY_DELAYS_MILLIS = [500, 1_000, 2_000, 4_000];
const LONGEST_DELAY_MILLIS = 5_000;

/**
 * Messages on their way, by channel, sent one after the other so that they keep the order in which they were written.
 *
 * A message keeps its id through every attempt, so that it is posted once, whatever happened to the answers. After a few
 * attempts it fails and waits for the user, or for the connection to come back.
 *
 * Until it is accepted the browser keeps it for its author: it outlives the page, and a session that ends without their
 * wish. Of several tabs one sends it, that in which it was written; another one takes it over when that is gone.
 */
export class Outbox {
  #messages: readonly OutgoingMessage[] = [];
  readonly #sending = new Set<string>();
  readonly #unanswered = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #author: string | null = null;

  constructor(private readonly environment: OutboxEnvironment) {}

  readonly messages = (): readonly OutgoingMessage[] => this.#messages;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Somebody is signed in: what they have not sent yet is on its way again. */
  async open(author: string): Promise<void> {
    if (author === this.#author) return;
    this.close();
    this.#author = author;
    await this.collect();
  }

  /** Nobody is signed in: nothing is shown or sent, and what is kept stays. */
  close(): void {
    this.#author = null;
    this.#unanswered.clear();
    this.#set([]);
  }

  /** Takes over what no other tab will send, and again when one of those that will is gone. */
  async collect(): Promise<void> {
    const { written, tabs } = this.environment;
    const author = this.#author;
    if (author === null) return;
    const taking = tabs.exclusively(async (isGone) => {
      const left: KeptMessage[] = [];
      for (const kept of await written.of(author)) {
        if (kept.tab !== tabs.id && !isGone(kept.tab)) tabs.whenGone(kept.tab, () => void this.collect());
        else if (!this.#find(kept.messageId)) left.push({ ...kept, tab: tabs.id });
      }
      const isLeft = await Promise.all(left.map((kept) => written.replace(author, kept.messageId, kept)));
      return left.filter((_, index) => isLeft[index]);
    });
    // A browser without storage may be one without locks, too.
    const taken = await taking.catch(() => []);
    if (this.#author !== author) return;
    const added = taken.filter(({ messageId }) => !this.#find(messageId)).map(outgoingOf);
    if (added.length === 0) return;
    this.#set([...added, ...this.#messages]);
    for (const channelId of new Set(added.map((message) => message.channelId))) void this.#work(channelId);
  }

  send(channelId: string, content: string, extras: Extras = {}): void {
    const { newId, now } = this.environment;
    const place = { replyTo: null, threadId: null, attachments: [], ...extras };
    const sent = { messageId: newId(), channelId, content, ...place, at: now().toISOString() };
    const message: OutgoingMessage = { ...sent, status: 'pending', reason: null };
    this.#set([...this.#messages, message]);
    const { written, tabs } = this.environment;
    if (this.#author !== null) void written.keep(this.#author, message.messageId, keptOf(message, tabs.id));
    void this.#work(channelId);
  }

  retry(messageId: string): void {
    const message = this.#find(messageId);
    if (message?.status !== 'failed') return;
    this.#change(messageId, { status: 'pending', reason: null });
    void this.#work(message.channelId);
  }

  /** Whether something failed only for the want of an answer. */
  hasUnanswered(): boolean {
    return this.#unanswered.size > 0;
  }

  /** The connection is back, or some time has passed: try again whatever failed only for the want of an answer. */
  retryUnanswered(): void {
    void this.collect();
    for (const messageId of [...this.#unanswered]) this.retry(messageId);
  }

  /** Deleted by its author, or come back from the log. */
  remove(messageId: string): void {
    this.#unanswered.delete(messageId);
    if (!this.#find(messageId)) return;
    this.#set(this.#messages.filter((message) => message.messageId !== messageId));
    this.#drop(messageId);
  }

  /** What was accepted is contained in whatever is fetched from now on. */
  forgetAccepted(): void {
    this.#set(this.#messages.filter(({ status }) => status !== 'accepted'));
  }

  /** Whether something would be lost with this page if the browser did not keep it. */
  hasUnsent(): boolean {
    return this.#messages.some(({ status }) => status !== 'accepted');
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
    const author = this.#author;
    try {
      await this.#attempt(message);
      this.#unanswered.delete(message.messageId);
      this.#drop(message.messageId, author);
      this.#change(message.messageId, { status: 'accepted' });
    } catch (error) {
      // Who waits behind a message that got no answer would get none either.
      const unanswered = isUnanswered(error);
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
    const changed = this.#find(messageId);
    if (changed === undefined || changed.status === 'accepted' || this.#author === null) return;
    const { written, tabs } = this.environment;
    void written.replace(this.#author, messageId, keptOf(changed, tabs.id));
  }

  #drop(messageId: string, author = this.#author): void {
    if (author !== null) void this.environment.written.drop(author, messageId);
  }

  #set(messages: readonly OutgoingMessage[]): void {
    this.#messages = messages;
    for (const listener of [...this.#listeners]) listener();
  }
}
