import type { Profile } from '@/contracts/profile';
import type { SessionAnswer } from './session-answer';

export type SessionState =
  | { status: 'restoring' }
  /** The auth service does not answer; whether there is a session is not known. */
  | { status: 'unreachable' }
  | { status: 'signed-out' }
  | { status: 'signed-in'; user: Profile; accessToken: string; isOperator: boolean };

export interface SessionEnvironment {
  refresh(): Promise<SessionAnswer | null>;
  /** Runs a task in one tab at a time. */
  exclusively<T>(task: () => Promise<T>): Promise<T>;
  now(): number;
  random(): number;
}

const RENEW_BEFORE_EXPIRY_MILLIS = 60_000;
const SHORTEST_DELAY_MILLIS = 30_000;
const LONGEST_DELAY_MILLIS = 8 * 60_000;
/** Twice as long after each that fails, and not all tabs at once: a service that comes back is not run over. */
const RETRY_MILLIS = 3_000;
const LONGEST_RETRY_MILLIS = 30_000;

/**
 * Who is signed in, in this tab. The access token lives in memory only.
 *
 * Renewal is single-flight here and exclusive among tabs: the refresh token rotates, and two tabs that sent the same one
 * would look like a thief and a victim.
 */
export class Session {
  #state: SessionState = { status: 'restoring' };
  #renewal: Promise<string | null> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly environment: SessionEnvironment) {}

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Silent sign-in by the refresh cookie; asks again by itself as long as the service cannot be reached. */
  async restore(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      await this.#renewOnce();
      this.#failures = 0;
    } catch {
      if (this.#state.status !== 'signed-in') this.#become({ status: 'unreachable' });
      const wait = Math.min(RETRY_MILLIS * 2 ** this.#failures++, LONGEST_RETRY_MILLIS);
      this.#timer = setTimeout(() => void this.restore(), wait * (1 - this.environment.random() / 3));
    }
  }

  /** The access token to send; null when nobody is signed in. Waits while that is being found out. */
  async accessToken(): Promise<string | null> {
    if (this.#state.status === 'restoring' || this.#state.status === 'unreachable') {
      return this.#renewal ?? this.#renewOnce();
    }
    return this.#currentToken();
  }

  /** A newer token than the refused one; null when the session is over. Throws when the service cannot be reached. */
  async renew(refused: string): Promise<string | null> {
    if (this.#state.status === 'signed-in' && this.#state.accessToken !== refused) return this.#state.accessToken;
    return this.#renewOnce();
  }

  adopt(answer: SessionAnswer): void {
    const { user, accessToken, isOperator } = answer;
    this.#become({ status: 'signed-in', user, accessToken, isOperator });
    this.#renewal = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.restore(), this.#delay(answer.expiresAt));
  }

  /** Takes over how the one who is signed in is shown; false if that is somebody else, or known already. */
  showOtherwise(profile: Profile): boolean {
    const state = this.#state;
    if (state.status !== 'signed-in' || state.user.userId !== profile.userId) return false;
    if (state.user.revision >= profile.revision) return false;
    this.#become({ ...state, user: profile });
    return true;
  }

  end(): void {
    this.#renewal = null;
    clearTimeout(this.#timer);
    this.#become({ status: 'signed-out' });
  }

  #currentToken(): string | null {
    return this.#state.status === 'signed-in' ? this.#state.accessToken : null;
  }

  #renewOnce(): Promise<string | null> {
    if (this.#renewal !== null) return this.#renewal;
    const renewal: Promise<string | null> = this.environment
      .exclusively(() => this.environment.refresh())
      .then(
        (answer) => {
          if (this.#renewal === renewal && answer) this.adopt(answer);
          else if (this.#renewal === renewal) this.end();
          return this.#currentToken();
        },
        (error: unknown) => {
          // Whoever signed out or in meanwhile has the last word.
          if (this.#renewal !== renewal) return this.#currentToken();
          this.#renewal = null;
          throw error;
        },
      );
    return (this.#renewal = renewal);
  }

  /** Bounded on both sides, because the clock of this machine may be wrong by any amount. */
  #delay(expiresAt: string): number {
    const untilRenewal = Date.parse(expiresAt) - this.environment.now() - RENEW_BEFORE_EXPIRY_MILLIS;
    const bounded = Math.min(Math.max(untilRenewal, SHORTEST_DELAY_MILLIS), LONGEST_DELAY_MILLIS);
    return bounded - this.environment.random() * 15_000;
  }

  #become(state: SessionState): void {
    if (this.#state.status === state.status && state.status !== 'signed-in') return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
