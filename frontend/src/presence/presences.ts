import type { PassingFrame, PresenceStatus } from '@/realtime/protocol';

/** How the people whom this page shows are seen, as far as the gateway has said. Who is not in it is offline. */
export class Presences {
  #byUser: ReadonlyMap<string, PresenceStatus> | null = null;
  readonly #listeners = new Set<() => void>();

  /** Null before the gateway has said anything. */
  readonly all = (): ReadonlyMap<string, PresenceStatus> | null => this.#byUser;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  take(frame: Extract<PassingFrame, { op: 'presences' | 'presence_changed' }>): void {
    const next =
      frame.op === 'presences'
        ? new Map(frame.users.map(({ userId, status }) => [userId, status]))
        : new Map(this.#byUser).set(frame.userId, frame.status);
    if (frame.op === 'presence_changed' && frame.status === 'offline') next.delete(frame.userId);
    this.#byUser = next;
    for (const listener of [...this.#listeners]) listener();
  }
}
