/**
 * When to ask again. An event carries no consistency token, so the view that answers may not have it yet; soon after it
 * has. The last moment is for a view that was being restarted.
 */
const MOMENTS_MILLIS = [50, 1_000, 5_000];

/** Reads a subject anew until what was told of it has surely arrived; news in between begin the wait again. */
export class Settling {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>[]>();

  constructor(private readonly read: (subject: string) => void) {}

  begin(subject: string): void {
    this.end(subject);
    this.#timers.set(
      subject,
      MOMENTS_MILLIS.map((millis) => setTimeout(() => this.read(subject), millis)),
    );
  }

  end(subject: string): void {
    for (const timer of this.#timers.get(subject) ?? []) clearTimeout(timer);
    this.#timers.delete(subject);
  }
}
