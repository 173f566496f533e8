import { createStore, promisifyRequest } from 'idb-keyval';

const open = createStore('webchat', 'written');
let lastWriteFailed = false;

/**
 * What people have written in this browser and nobody has received yet: of one kind, by its author and a key. It outlives
 * the page, in the order of the keys, and is told to its author only.
 *
 * A browser that is full or forbids storage keeps nothing and breaks nothing: reading finds nothing, and what was written
 * lives as long as the page. Calls have their effects in the order in which they were made.
 */
export class Written<T> {
  constructor(private readonly kind: string) {}

  async of(author: string): Promise<readonly T[]> {
    try {
      const range = IDBKeyRange.bound([author, this.kind], [author, this.kind, []]);
      return await open('readonly', (store) => promisifyRequest<T[]>(store.getAll(range)));
    } catch {
      return [];
    }
  }

  /** What is kept under a key; undefined if nothing is, or it cannot be read. */
  async at(author: string, key: string): Promise<T | undefined> {
    try {
      return await open('readonly', (store) => promisifyRequest<T | undefined>(store.get([author, this.kind, key])));
    } catch {
      return undefined;
    }
  }

  async keep(author: string, key: string, value: T): Promise<void> {
    await write((store) => store.put(value, [author, this.kind, key]));
  }

  /** Keeps another value in place of one that is kept; false if that is gone, or cannot be replaced. */
  async replace(author: string, key: string, value: T): Promise<boolean> {
    const path = [author, this.kind, key];
    let found = false;
    const done = await write((store) => {
      store.getKey(path).onsuccess = ({ target }) => {
        found = (target as IDBRequest).result !== undefined;
        if (found) store.put(value, path);
      };
    });
    return done && found;
  }

  async drop(author: string, key: string): Promise<void> {
    await write((store) => store.delete([author, this.kind, key]));
  }
}

/** Nothing that somebody has written remains in this browser. */
export async function forgetWritten(author: string): Promise<void> {
  await write((store) => store.delete(IDBKeyRange.bound([author], [author, []])));
}

/** Whether the browser kept what it was last given to keep. */
export function isKept(): boolean {
  return !lastWriteFailed;
}

async function write(change: (store: IDBObjectStore) => unknown): Promise<boolean> {
  try {
    await open('readwrite', (store) => {
      change(store);
      return promisifyRequest(store.transaction);
    });
    lastWriteFailed = false;
  } catch {
    lastWriteFailed = true;
  }
  return !lastWriteFailed;
}
