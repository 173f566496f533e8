import { useSyncExternalStore } from 'react';
import { Written } from '@/storage/written';

export interface KeptDraft {
  readonly key: string;
  readonly text: string;
}

/** What is being written in each channel and thread. The browser keeps it for its author until it is sent or emptied. */
export class Drafts {
  #author: string | null = null;
  #saving = false;
  readonly #texts = new Map<string, string>();
  readonly #unsaved = new Set<string>();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly written: Written<KeptDraft>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  of(key: string): string {
    return this.#texts.get(key) ?? '';
  }

  write(key: string, text: string): void {
    this.#texts.set(key, text);
    this.#told();
    this.#unsaved.add(key);
    void this.#save();
  }

  /** Somebody is signed in: what they were writing is there again, but for what they have written since. */
  async open(author: string): Promise<void> {
    if (author === this.#author) return;
    this.close();
    this.#author = author;
    const kept = await this.written.of(author);
    if (this.#author !== author) return;
    for (const { key, text } of kept) if (!this.#texts.has(key)) this.#texts.set(key, text);
    this.#told();
  }

  /** Nobody is signed in: nothing is shown, and what is kept stays. */
  close(): void {
    for (const key of this.#unsaved) void this.#keep(key);
    this.#author = null;
    this.#texts.clear();
    this.#unsaved.clear();
    this.#told();
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
    if (this.#author === null) return;
    const text = this.of(key);
    if (text === '') await this.written.drop(this.#author, key);
    else await this.written.keep(this.#author, key, { key, text });
  }

  #told(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

export const drafts = new Drafts(new Written('draft'));

export function useDraft(key: string): string {
  return useSyncExternalStore(
    drafts.subscribe,
    () => drafts.of(key),
    () => '',
  );
}
