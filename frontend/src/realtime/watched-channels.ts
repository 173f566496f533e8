import { advanced, type Positions } from './positions';
import type { ActivityFrame, EventFrame } from './protocol';

/**
 * What a client that gets the messages of few channels remembers, beside its positions, to come back: which channels these
 * are, and up to where it was told of all others. What it is told again, because it comes back, it knows.
 */
export class WatchedChannels {
  #channelIds: readonly string[];
  #acknowledged: Positions;
  readonly #latest = new Map<string, number>();

  constructor(from?: { channelIds?: string[]; acknowledged?: Positions }) {
    this.#channelIds = from?.channelIds ?? [];
    this.#acknowledged = from?.acknowledged ?? {};
  }

  forget(): void {
    this.#channelIds = [];
  }

  /** Delivery starts anew. */
  start(positions: Positions): void {
    this.#acknowledged = positions;
    this.#latest.clear();
  }

  acknowledged(positions: Positions): void {
    this.#acknowledged = advanced(this.#acknowledged, positions);
  }

  watching(channelIds: readonly string[]): void {
    this.#channelIds = channelIds;
  }

  /** What `identify` and `resume` say of it. */
  asked(): { channelIds: string[] } {
    return { channelIds: [...this.#channelIds] };
  }

  askedAgain(): { channelIds: string[]; acknowledged: Positions } {
    return { ...this.asked(), acknowledged: this.#acknowledged };
  }

  /** An event has come, of a channel perhaps. */
  had({ stream, offset, data }: EventFrame): void {
    if (!stream.startsWith('messages/') || typeof data !== 'object' || data === null) return;
    if ('channelId' in data && typeof data.channelId === 'string') this.#latest.set(data.channelId, offset);
  }

  /** What is new of it; null if nothing is. */
  news(told: ActivityFrame): ActivityFrame | null {
    const known = this.#latest.get(told.channelId) ?? -1;
    if (told.offset <= known) return null;
    this.#latest.set(told.channelId, told.offset);
    const { posted, mentioned, ...news } = told;
    return {
      ...news,
      ...(posted !== undefined && posted > known && { posted }),
      ...(mentioned !== undefined && mentioned > known && { mentioned }),
    };
  }
}
