/** Gathers the keys asked for within one moment into one request. */
export class Batch<V> {
  #waiting = new Map<string, Array<{ resolve(value: V | null): void; reject(error: unknown): void }>>();

  constructor(
    private readonly load: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
    private readonly limit: number,
    private readonly gatherMillis = 10,
  ) {}

  /** Null for a key that the answer leaves out. */
  get(key: string): Promise<V | null> {
    if (this.#waiting.size === 0) setTimeout(() => void this.#flush(), this.gatherMillis);
    return new Promise((resolve, reject) => {
      this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), { resolve, reject }]);
      if (this.#waiting.size >= this.limit) void this.#flush();
    });
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting.size === 0) return;
    this.#waiting = new Map();
    try {
      const values = await this.load([...waiting.keys()]);
      for (const [key, callers] of waiting) for (const { resolve } of callers) resolve(values.get(key) ?? null);
    } catch (error) {
      for (const callers of waiting.values()) for (const { reject } of callers) reject(error);
    }
  }
}
