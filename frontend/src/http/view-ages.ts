/** What lags by less is not worth a word: views are usually a second or two behind the log. */
const WORTH_A_WORD_SECONDS = 10;
/** What nobody has asked again may have caught up long ago. */
const FORGOTTEN_MILLIS = 30_000;

interface Told {
  readonly seconds: number;
  readonly at: number;
  /** Since when it has been refused, if it is. */
  readonly since: number | null;
}

/**
 * How far what is shown may be behind the log, as the services tell it with their answers to queries. It is that of the one
 * that lags most among what was asked in the last half minute.
 */
export class ViewAges {
  readonly #told = new Map<string, Told>();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #seconds: number | null = null;

  constructor(private readonly clock: () => number = Date.now) {}

  /** In seconds; null if that is not worth a word. */
  readonly behind = (): number | null => this.#seconds;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A query was answered from a view that is so old, in seconds; null if it contains all that it has to. */
  answered(path: string, age: string | null): void {
    const seconds = Number(age ?? 0);
    if (seconds >= WORTH_A_WORD_SECONDS) this.#told.set(viewOf(path), { seconds, at: this.clock(), since: null });
    else if (!this.#told.delete(viewOf(path))) return;
    this.#count();
  }

  /** A query was refused, since its view does not contain yet what one has changed. */
  refused(path: string): void {
    const at = this.clock();
    const since = this.#told.get(viewOf(path))?.since ?? at;
    this.#told.set(viewOf(path), { seconds: Math.ceil((at - since) / 1000), at, since });
    this.#count();
  }

  #count(): void {
    const now = this.clock();
    for (const [view, { at }] of this.#told) if (now - at >= FORGOTTEN_MILLIS) this.#told.delete(view);
    const lags = [...this.#told.values()];
    const most = Math.max(0, ...lags.map(({ seconds }) => seconds));
    const seconds = most >= WORTH_A_WORD_SECONDS ? most : null;
    clearTimeout(this.#timer);
    if (lags.length > 0) {
      const oldest = Math.min(...lags.map(({ at }) => at));
      this.#timer = setTimeout(() => this.#count(), oldest + FORGOTTEN_MILLIS - now);
    }
    if (seconds === this.#seconds) return;
    this.#seconds = seconds;
    for (const listener of this.#listeners) listener();
  }
}

function viewOf(path: string): string {
  return path.split('?')[0] ?? path;
}

export const viewAges = new ViewAges();
