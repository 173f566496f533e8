import { isTransient, ProblemError } from './problem';

/** The idempotency key of what is being asked for: the same one until it is answered or something else is asked for. */
export class CommandKeys {
  #last: { input: string; key: string } | null = null;

  constructor(private readonly newKey: () => string) {}

  /**
   * Runs a command under its key. An answer ends that, a refusal like a success: under a key that they know, services give
   * the first outcome again, though what stood in the way may be gone.
   */
  async run<R>(input: unknown, command: (key: string) => Promise<R>): Promise<R> {
    try {
      const result = await command(this.of(input));
      this.done();
      return result;
    } catch (error) {
      if (error instanceof ProblemError && !isTransient(error)) this.done();
      throw error;
    }
  }

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
