import type { Changes } from './changes';
import type { Tabs } from './tabs';

/** For tests: a browser whose tabs are closed when the test says so. */
export class FakeBrowser {
  readonly #alive = new Map<string, (() => void)[]>();
  #last: Promise<unknown> = Promise.resolve();

  tab(id: string): Tabs {
    this.#alive.set(id, []);
    return {
      id,
      knowsOthers: true,
      exclusively: (task) => {
        const result = this.#last.then(() => task((tab) => !this.#alive.has(tab)));
        this.#last = result;
        return result;
      },
      whenGone: (tab, then) => this.#alive.get(tab)?.push(then),
    };
  }

  close(id: string): void {
    const waiting = this.#alive.get(id) ?? [];
    this.#alive.delete(id);
    for (const then of waiting) then();
  }

  /** Between tabs, each of which asks for its own. */
  channel<T>(): () => Changes<T> {
    const listeners = new Set<{ tab: object; listener(change: T): void }>();
    return () => {
      const tab = {};
      return {
        tell: (change) => {
          for (const other of [...listeners]) if (other.tab !== tab) other.listener(change);
        },
        listen: (listener) => {
          const listening = { tab, listener };
          listeners.add(listening);
          return () => listeners.delete(listening);
        },
      };
    };
  }
}
