import { useSyncExternalStore } from 'react';
import { onKeptElsewhere } from '@/storage/kept-by-tabs';

interface Definition<T extends string> {
  /** Where this browser keeps it. */
  key: string;
  /** Which data attribute of the page carries it. */
  attribute: string;
  values: readonly T[];
  /** What holds when nothing was chosen: the page carries no attribute then. */
  otherwise: T;
}

/** How the page looks to the user of this browser. What was kept is on the page before the first paint. */
export class PageChoice<T extends string> {
  readonly #listeners = new Set<() => void>();

  constructor(private readonly definition: Definition<T>) {
    // What another tab chose has been put on the page by then.
    onKeptElsewhere(definition.key, () => this.#listeners.forEach((listener) => listener()));
  }

  readonly chosen = (): T => {
    const { attribute, values, otherwise } = this.definition;
    return values.find((value) => value === document.documentElement.dataset[attribute]) ?? otherwise;
  };

  readonly choose = (value: T): void => {
    const { key, attribute, otherwise } = this.definition;
    if (value === otherwise) delete document.documentElement.dataset[attribute];
    else document.documentElement.dataset[attribute] = value;
    try {
      localStorage.setItem(key, value);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly otherwise = (): T => this.definition.otherwise;
}

export function usePageChoice<T extends string>(choice: PageChoice<T>): T {
  return useSyncExternalStore(choice.subscribe, choice.chosen, choice.otherwise);
}
