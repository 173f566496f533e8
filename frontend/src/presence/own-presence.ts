import { presenceChoiceSchema, type PassingClientFrame, type PresenceChoice } from '@/realtime/protocol';

const STORAGE_KEY = 'webchat:presence';

/** A part of the browser's storage that may be refused. */
export interface Memory {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

/**
 * How one wants to be seen, and whether one is here. The gateway knows better what was chosen, on any device; what is
 * remembered here is for when it has forgotten, so that nobody is seen who does not want to be. What is chosen without a
 * connection is told as soon as there is one.
 */
export class OwnPresence {
  #chosen: PresenceChoice;
  #activity: 'active' | 'idle' = 'active';
  #isUntold = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly say: (frame: PassingClientFrame) => boolean,
    private readonly memory: Memory,
  ) {
    const remembered = presenceChoiceSchema.safeParse(memory.read(STORAGE_KEY));
    this.#chosen = remembered.success ? remembered.data : 'automatic';
  }

  readonly chosen = (): PresenceChoice => this.#chosen;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  onReady(): void {
    this.say({ op: 'presence', activity: this.#activity, chosen: this.#chosen });
    if (this.#isUntold) this.#tellChoice();
  }

  choose(chosen: PresenceChoice): void {
    this.learn(chosen);
    this.#tellChoice();
  }

  /** It was chosen, on this device or another. */
  learn(chosen: PresenceChoice): void {
    if (chosen === this.#chosen) return;
    this.#chosen = chosen;
    this.memory.write(STORAGE_KEY, chosen);
    for (const listener of [...this.#listeners]) listener();
  }

  /** Whoever comes next at this browser has chosen nothing yet. */
  forget(): void {
    this.learn('automatic');
    this.#isUntold = false;
  }

  is(activity: 'active' | 'idle'): void {
    if (activity === this.#activity) return;
    this.#activity = activity;
    this.onReady();
  }

  #tellChoice(): void {
    this.#isUntold = !this.say({ op: 'choose_presence', chosen: this.#chosen });
  }
}
