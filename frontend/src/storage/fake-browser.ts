import type { Tabs } from './tabs';

/** For tests: a browser whose tabs are closed when the test says so. */
export class FakeBrowser {
  readonly #alive = new Map<string, (() => void)[]>();
  #last: Promise<unknown> = Promise.resolve();

  tab(id: string): Tabs {
    this.#alive.set(id, []);
    return {
      id,
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
}
