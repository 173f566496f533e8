/**
 * The last events of each subject (a channel, a server), in log order.
 *
 * A socket may be ahead of the view that a query reads. Whoever fetches folds these events over the answer, and so
 * loses none that arrived before or during the fetch, when there was nothing yet to apply it to.
 */
export class RecentEvents<E> {
  readonly #bySubject = new Map<string, E[]>();

  constructor(
    private readonly perSubject = 50,
    private readonly subjects = 200,
  ) {}

  add(subject: string, event: E): void {
    const events = this.#bySubject.get(subject) ?? [];
    this.#bySubject.delete(subject);
    this.#bySubject.set(subject, [...events, event].slice(-this.perSubject));
    if (this.#bySubject.size > this.subjects) {
      const [longestQuiet] = this.#bySubject.keys();
      if (longestQuiet !== undefined) this.#bySubject.delete(longestQuiet);
    }
  }

  of(subject: string): readonly E[] {
    return this.#bySubject.get(subject) ?? [];
  }

  /** Forgets those events of a subject that no longer hold. */
  retain(subject: string, holds: (event: E) => boolean): void {
    const events = this.#bySubject.get(subject);
    if (events) this.#bySubject.set(subject, events.filter(holds));
  }

  /** After a reset: what came before says nothing about what will be fetched. */
  clear(): void {
    this.#bySubject.clear();
  }
}
