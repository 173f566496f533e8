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
const FIRST_PAUSE_MILLIS = 10_000;
const LONGEST_PAUSE_MILLIS = 60_000;

/**
 * Messages on their way, by channel, sent one after the other so that they keep the order in which they were written.
 *
 * A message keeps its id through every attempt, so that it is posted once, whatever happened to the answers. After a few
 * attempts, or when the service asks for more patience than those have, it fails and waits for the user, or for the
 * connection to come back. It is tried again by and by, too, each time after a longer pause: unseen, so that what has failed
 * stays what it is to its author until it is accepted, or fails for another reason. Those behind it wait for it.
 *
 * Until it is accepted the browser keeps it for its author: it outlives the page, and a session that ends without their
 * wish. Of several tabs one sends it, that in which it was written; another one takes it over when that is gone.
 */
export class Outbox {
  #messages: readonly OutgoingMessage[] = [];
  readonly #sending = new Set<string>();
  readonly #unanswered = new Set<string>();
  /** By channel, how often in a row there was no answer, and until when nothing is tried again of itself. */
  readonly #pauses = new Map<string, { times: number; until: number }>();
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
    this.#pauses.clear();
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

  /** The connection is back: try again whatever failed only for the want of an answer. */
  retryUnanswered(): void {
    void this.collect();
    for (const channelId of this.#unansweredChannels()) void this.#work(channelId);
  }

  /** Some time has passed: the same, where the pause is over. */
  retryDue(): void {
    const now = this.environment.now().getTime();
    for (const channelId of this.#unansweredChannels()) {
      if ((this.#pauses.get(channelId)?.until ?? now) <= now) void this.#work(channelId);
    }
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
      let next = this.#nextOf(channelId);
      while (next && (await this.#deliver(next))) next = this.#nextOf(channelId);
    } finally {
      this.#sending.delete(channelId);
    }
  }

  /** Returns whether those behind it may go on. */
  async #deliver(message: OutgoingMessage): Promise<boolean> {
    const author = this.#author;
    const { messageId, channelId } = message;
    try {
      await (message.status === 'failed' ? this.environment.post(message) : this.#attempt(message));
    } catch (error) {
      return author !== this.#author || this.#fail(message, error as Error);
    }
    this.#unanswered.delete(messageId);
    this.#pauses.delete(channelId);
    this.#drop(messageId, author);
    this.#change(messageId, { status: 'accepted' });
    return true;
  }

  #fail({ messageId, channelId, status }: OutgoingMessage, reason: Error): boolean {
    const message = this.#find(messageId);
    if (message === undefined) return true;
    if (!isUnanswered(reason)) {
      this.#unanswered.delete(messageId);
      this.#change(messageId, { status: 'failed', reason });
      return true;
    }
    // Its author has asked for it meanwhile.
    if (message.status !== status) return true;
    // Who waits behind a message that got no answer would get none either.
    for (const failed of new Set([message, ...this.#pendingOf(channelId)])) {
      this.#unanswered.add(failed.messageId);
      if (failed.status === 'failed' && isAlike(failed.reason, reason)) continue;
      this.#change(failed.messageId, { status: 'failed', reason });
    }
    this.#pause(channelId, reason);
    return false;
  }

  #pause(channelId: string, reason: Error): void {
    const times = (this.#pauses.get(channelId)?.times ?? 0) + 1;
    const pause = Math.min(FIRST_PAUSE_MILLIS * 2 ** (times - 1), LONGEST_PAUSE_MILLIS);
    const until = this.environment.now().getTime() + Math.max(pause, askedOf(reason) ?? 0);
    this.#pauses.set(channelId, { times, until });
  }

  async #attempt(message: OutgoingMessage): Promise<void> {
    for (const delay of RETRY_DELAYS_MILLIS) {
      try {
        return await this.environment.post(message);
      } catch (error) {
        const patience = askedOf(error) ?? delay;
        if (!isTransient(error) || !this.#find(message.messageId) || patience > LONGEST_DELAY_MILLIS) throw error;
        await this.environment.wait(patience);
      }
    }
    return this.environment.post(message);
  }

  #pendingOf(channelId: string): readonly OutgoingMessage[] {
    return this.#messages.filter((message) => message.channelId === channelId && message.status === 'pending');
  }

  #nextOf(channelId: string): OutgoingMessage | undefined {
    return this.#messages.find(
      (message) =>
        message.channelId === channelId && (message.status === 'pending' || this.#unanswered.has(message.messageId)),
    );
  }

  #unansweredChannels(): ReadonlySet<string> {
    const unanswered = this.#messages.filter(({ messageId }) => this.#unanswered.has(messageId));
    return new Set(unanswered.map(({ channelId }) => channelId));
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

/** How long the service asks to wait, in milliseconds; null if it does not. */
function askedOf(error: unknown): number | null {
  return error instanceof ProblemError ? error.retryAfterMillis : null;
}

/** Whether its author would be told the same. */
function isAlike(one: Error | null, other: Error): boolean {
  if (one?.name !== other.name) return false;
  if (!(one instanceof ProblemError && other instanceof ProblemError)) return true;
  return one.status === other.status && one.problem === other.problem;
}
