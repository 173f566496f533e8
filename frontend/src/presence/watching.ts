import type { PassingClientFrame } from '@/realtime/protocol';

/** What the gateway lets one client watch. */
const MAX_PEOPLE = 1_000;
const MAX_CHANNELS = 20;
/** Parts of a page appear together. */
const GATHER_MILLIS = 50;
/** Pages follow each other quickly; frames are limited. */
const PAUSE_MILLIS = 2_000;
/** While a page comes to be: whoever is not watched yet looks as if they were offline. */
const FIRST_PAUSE_MILLIS = 200;
const FIRST_FRAMES = 4;

type Watched = Extract<PassingClientFrame, { op: 'watch' }>;

/** Which people and channels the page shows, put together from its parts and told to the gateway whenever it changes. */
export class Watching {
  readonly #people = new Map<string, number>();
  readonly #channels = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saidAt = -Infinity;
  #said = '';
  #frames = 0;

  constructor(
    private readonly say: (frame: Watched) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** A part of the page shows these; call what comes back when it no longer does. */
  people(userIds: readonly string[]): () => void {
    return this.#show(this.#people, userIds);
  }

  channel(channelId: string): () => void {
    return this.#show(this.#channels, [channelId]);
  }

  /** There is a connection that has heard nothing yet. */
  onReady(): void {
    this.#said = '';
    this.#saidAt = -Infinity;
    this.#frames = 0;
    this.#soon();
  }

  /** Somebody may be seen now who could not be seen before. */
  again(): void {
    this.#said = '';
    this.#soon();
  }

  #show(shown: Map<string, number>, ids: readonly string[]): () => void {
    for (const id of ids) shown.set(id, (shown.get(id) ?? 0) + 1);
    this.#soon();
    return () => {
      for (const id of ids) {
        const left = (shown.get(id) ?? 0) - 1;
        if (left > 0) shown.set(id, left);
        else shown.delete(id);
      }
      this.#soon();
    };
  }

  #soon(): void {
    if (this.#timer !== undefined) return;
    const pause = this.#frames < FIRST_FRAMES ? FIRST_PAUSE_MILLIS : PAUSE_MILLIS;
    const wait = Math.max(GATHER_MILLIS, this.#saidAt + pause - this.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, wait);
  }

  #tell(): void {
    const userIds = [...this.#people.keys()].slice(0, MAX_PEOPLE).sort();
    const channelIds = [...this.#channels.keys()].slice(0, MAX_CHANNELS).sort();
    const next = [...userIds, '', ...channelIds].join();
    if (next === this.#said) return;
    this.#said = next;
    this.#saidAt = this.now();
    this.#frames++;
    this.say({ op: 'watch', userIds, channelIds });
  }
}
