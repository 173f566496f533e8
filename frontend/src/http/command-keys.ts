/** The idempotency key of what is being asked for: the same one until it is done or something else is asked for. */
export class CommandKeys {
  #last: { input: string; key: string } | null = null;

  constructor(private readonly newKey: () => string) {}

  of(input: unknown): string {
    const text = JSON.stringify(input) ?? '';
    if (this.#last?.input !== text) this.#last = { input: text, key: this.newKey() };
    return this.#last.key;
  }

  /** The next time the same is asked for, it is meant to be done again. */
  done(): void {
    this.#last = null;
  }
}
