import type { TypingStarted } from '@/realtime/protocol';

/** After which somebody is taken to have stopped. */
export const TYPING_MILLIS = 5_000;

const NOBODY: readonly string[] = [];

/** A channel outside of its threads, or one of its threads. */
function placeOf(channelId: string, threadId: string | null | undefined): string {
  return `${channelId}/${threadId ?? ''}`;
}

/** Who is writing where, in the order in which they began. Everybody stops by themselves, or with a message. */
export class Typists {
  readonly #byPlace = new Map<string, Map<string, ReturnType<typeof setTimeout>>>();
  readonly #shown = new Map<string, readonly string[]>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same list as long as nothing has changed. */
  in(channelId: string, threadId: string | null): readonly string[] {
    return this.#shown.get(placeOf(channelId, threadId)) ?? NOBODY;
  }

  started({ channelId, threadId, userId }: Pick<TypingStarted, 'channelId' | 'threadId' | 'userId'>): void {
    const place = placeOf(channelId, threadId);
    const typists = this.#byPlace.get(place) ?? new Map();
    this.#byPlace.set(place, typists);
    clearTimeout(typists.get(userId));
    const isNew = !typists.has(userId);
    typists.set(
      userId,
      setTimeout(() => this.#stopped(place, userId), TYPING_MILLIS),
    );
    if (isNew) this.#changed(place, typists);
  }

  /** Somebody has sent what they were writing. */
  sent(channelId: string, threadId: string | null | undefined, userId: string): void {
    this.#stopped(placeOf(channelId, threadId), userId);
  }

  #stopped(place: string, userId: string): void {
    const typists = this.#byPlace.get(place);
    if (!typists?.has(userId)) return;
    clearTimeout(typists.get(userId));
    typists.delete(userId);
    if (typists.size === 0) this.#byPlace.delete(place);
    this.#changed(place, typists);
  }

  #changed(place: string, typists: ReadonlyMap<string, unknown>): void {
    if (typists.size === 0) this.#shown.delete(place);
    else this.#shown.set(place, [...typists.keys()]);
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Whoever is writing in what this tab shows. */
export const typists = new Typists();
