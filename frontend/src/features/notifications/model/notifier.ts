import type { Wishes } from './wishes';

/** Something that calls for the user. */
export interface Call {
  /** Of the channel or thread: a later call from there takes the place of an earlier one. */
  key: string;
  title: string;
  body: string;
  /** Where it leads. */
  href: string;
  onOpen(): void;
}

export interface Surroundings {
  wishes(): Wishes;
  /** Shows a notification, and gives the way to take it back. */
  show(call: Call): () => void;
  play(): void;
  /** Whether nobody has read it yet, here or elsewhere. */
  isUnread(key: string): boolean;
  wait(millis: number): Promise<void>;
}

/** Another window, or device, that shows the channel needs a moment to tell that it was read. */
const MOMENT_MILLIS = 800;
const SHORTEST_BETWEEN_SOUNDS_MILLIS = 2_000;

/** Calls the user, and takes back the call when they have read it, wherever that was. */
export class Notifier {
  readonly #shown = new Map<string, () => void>();
  #playedAt = -Infinity;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly now: () => number = Date.now,
  ) {}

  async call(call: Call): Promise<void> {
    const { wishes, isUnread, show, play, wait } = this.surroundings;
    if (!wishes().desktop && !wishes().sound) return;
    await wait(MOMENT_MILLIS);
    if (!isUnread(call.key)) return;
    if (wishes().desktop) {
      this.#takeBack(call.key);
      this.#shown.set(call.key, show(call));
    }
    if (wishes().sound && this.now() - this.#playedAt >= SHORTEST_BETWEEN_SOUNDS_MILLIS) {
      this.#playedAt = this.now();
      play();
    }
  }

  /** Something was read. */
  review(): void {
    for (const key of this.#shown.keys()) if (!this.surroundings.isUnread(key)) this.#takeBack(key);
  }

  clear(): void {
    for (const key of [...this.#shown.keys()]) this.#takeBack(key);
  }

  #takeBack(key: string): void {
    this.#shown.get(key)?.();
    this.#shown.delete(key);
  }
}
