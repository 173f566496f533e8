import { useSyncExternalStore } from 'react';
import { BrowserChanges, type Changes } from '@/storage/changes';
import { Written } from '@/storage/written';

export interface KeptDraft {
  readonly key: string;
  readonly text: string;
  /** The message that it answers. */
  readonly replyTo?: string;
}

/** That another tab keeps something else, or nothing, under a key now. */
export interface DraftChange {
  readonly author: string;
  readonly key: string;
}

/** Under which key a message is written anew. */
export const editKey = (messageId: string) => `edit:${messageId}`;

/**
 * What is being written in each channel and thread, and in place of messages. The browser keeps it for its author until it
 * is sent or emptied. Its tabs show the same: what was written last, wherever that was.
 */
export class Drafts {
  #author: string | null = null;
  #opened = false;
  #saving = false;
  #deafen: () => void = () => undefined;
  readonly #drafts = new Map<string, KeptDraft>();
  readonly #unsaved = new Set<string>();
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly written: Written<KeptDraft>,
    private readonly changes: Changes<DraftChange>,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether it is known what was being written before. */
  readonly isOpen = (): boolean => this.#opened;

  of(key: string): string {
    return this.#drafts.get(key)?.text ?? '';
  }

  replyTo(key: string): string | null {
    return this.#drafts.get(key)?.replyTo ?? null;
  }

  write(key: string, text: string): void {
    this.#change(key, { ...this.#drafts.get(key), key, text });
  }

  /** Null: it answers nothing. */
  reply(key: string, messageId: string | null): void {
    this.#change(key, { key, text: this.of(key), ...(messageId !== null && { replyTo: messageId }) });
  }

  /** Somebody is signed in: what they were writing is there again, but for what they have written since. */
  async open(author: string): Promise<void> {
    if (author === this.#author) return;
    this.close();
    this.#author = author;
    this.#deafen = this.changes.listen((change) => void this.#reread(change));
    const kept = await this.written.of(author);
    if (this.#author !== author) return;
    for (const draft of kept) if (!this.#drafts.has(draft.key)) this.#drafts.set(draft.key, draft);
    this.#opened = true;
    this.#told();
  }

  /** Nobody is signed in: nothing is shown, and what is kept stays. */
  close(): void {
    for (const key of this.#unsaved) void this.#keep(key);
    this.#deafen();
    this.#author = null;
    this.#opened = false;
    this.#drafts.clear();
    this.#unsaved.clear();
    this.#told();
  }

  #change(key: string, draft: KeptDraft): void {
    this.#drafts.set(key, draft);
    this.#told();
    this.#unsaved.add(key);
    void this.#save();
  }

  /** One at a time, each as it is by then: a slow browser is not behind for as many keys as were pressed. */
  async #save(): Promise<void> {
    if (this.#saving) return;
    this.#saving = true;
    for (const key of this.#unsaved) {
      this.#unsaved.delete(key);
      await this.#keep(key);
    }
    this.#saving = false;
  }

  async #keep(key: string): Promise<void> {
    const author = this.#author;
    if (author === null) return;
    const draft = this.#drafts.get(key);
    if (draft === undefined || isEmpty(draft)) await this.written.drop(author, key);
    else await this.written.keep(author, key, draft);
    this.changes.tell({ author, key });
  }

  async #reread({ author, key }: DraftChange): Promise<void> {
    if (author !== this.#author) return;
    const kept = await this.written.at(author, key);
    // What has been written here meanwhile is the last word, and about to be kept.
    if (author !== this.#author || this.#unsaved.has(key)) return;
    if (kept) this.#drafts.set(key, kept);
    // Not forgotten: what is kept may still be read, as it was, by what opens this tab.
    else this.#drafts.set(key, { key, text: '' });
    this.#told();
  }

  #told(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function isEmpty({ text, replyTo }: KeptDraft): boolean {
  return text === '' && replyTo === undefined;
}

export const drafts = new Drafts(new Written('draft'), new BrowserChanges('webchat.drafts'));

export function useDraft(key: string): string {
  return useSyncExternalStore(
    drafts.subscribe,
    () => drafts.of(key),
    () => '',
  );
}

/** The message that a draft answers; null if none. */
export function useReplyTo(key: string): string | null {
  return useSyncExternalStore(
    drafts.subscribe,
    () => drafts.replyTo(key),
    () => null,
  );
}

/** Whether it is known what was being written before. */
export function useDraftsOpen(): boolean {
  return useSyncExternalStore(drafts.subscribe, drafts.isOpen, () => false);
}
