import { v7 as uuidv7 } from 'uuid';

/** The tabs of one browser, which share what is kept in it. */
export interface Tabs {
  /** Of this tab. */
  readonly id: string;
  /** Whether it can be told which others there are. */
  readonly knowsOthers: boolean;
  /** Runs a task in one tab at a time, and tells it which others are gone. Rejects if the browser forbids its locks. */
  exclusively<T>(task: (isGone: (tab: string) => boolean) => Promise<T>): Promise<T>;
  /** Says once when another tab is gone, closed or crashed. */
  whenGone(tab: string, then: () => void): void;
}

const KEY = 'webchat.tab';

/**
 * A tab is alive as long as it holds the lock of its name. Where the browser has no locks (no secure context), no tab knows
 * of another one: each keeps its id through reloads, and has what is its own.
 */
export class BrowserTabs implements Tabs {
  #id: string | undefined;
  #held: Promise<void> | undefined;
  readonly #awaited = new Set<string>();

  get id(): string {
    return (this.#id ??= hasLocks() ? uuidv7() : idOfSession());
  }

  get knowsOthers(): boolean {
    return hasLocks();
  }

  async exclusively<T>(task: (isGone: (tab: string) => boolean) => Promise<T>): Promise<T> {
    if (!hasLocks()) return task(() => false);
    await (this.#held ??= hold(lockOf(this.id)));
    return (await navigator.locks.request('webchat.tabs', async () => {
      const { held = [] } = await navigator.locks.query();
      const names = new Set(held.map(({ name }) => name));
      return task((tab) => !names.has(lockOf(tab)));
    })) as T;
  }

  whenGone(tab: string, then: () => void): void {
    if (!hasLocks() || this.#awaited.has(tab)) return;
    this.#awaited.add(tab);
    navigator.locks
      .request(lockOf(tab), () => {
        this.#awaited.delete(tab);
        then();
      })
      .catch(() => this.#awaited.delete(tab));
  }
}

/** This one. */
export const browserTabs = new BrowserTabs();

function lockOf(tab: string): string {
  return `${KEY}.${tab}`;
}

function hasLocks(): boolean {
  return typeof navigator !== 'undefined' && 'locks' in navigator;
}

/** Resolves when the lock is held, for as long as the page lives. */
function hold(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, () => {
        resolve();
        return new Promise(() => undefined);
      })
      .catch(reject);
  });
}

function idOfSession(): string {
  try {
    const id = sessionStorage.getItem(KEY) ?? uuidv7();
    sessionStorage.setItem(KEY, id);
    return id;
  } catch {
    return uuidv7();
  }
}
