/** More than a few only pile up for somebody who reads and never writes; the oldest are long since covered by the views. */
const LIMIT = 4;

/**
 * The consistency tokens that the next request must carry, so that its answer contains all that this client has written
 * or been told of.
 *
 * The answer to a command covers the tokens which the command carried. It replaces exactly these: of two commands under
 * way at once, neither answer covers the other.
 */
export class ConsistencyTokens {
  #tokens: readonly string[] = [];

  /** What to send along with a request; give it back to {@link answered}. */
  current(): readonly string[] {
    return this.#tokens;
  }

  answered(sent: readonly string[], token: string): void {
    this.#keep([...this.#tokens.filter((known) => !sent.includes(known)), token]);
  }

  /** A token that the gateway has sent. */
  learned(token: string): void {
    this.#keep([...this.#tokens.filter((known) => known !== token), token]);
  }

  clear(): void {
    this.#tokens = [];
  }

  #keep(tokens: readonly string[]): void {
    this.#tokens = tokens.slice(-LIMIT);
  }
}
