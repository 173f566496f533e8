/** Tells the other tabs of this browser what has changed in what is kept, and hears it from them; never from itself. */
export interface Changes<T> {
  tell(change: T): void;
  /** Returns what ends it. */
  listen(listener: (change: T) => void): () => void;
}

/** By a channel of the browser's. Where it has none, no tab hears of another one, and reads what is kept when it is opened. */
export class BrowserChanges<T> implements Changes<T> {
  #channel: BroadcastChannel | undefined;

  constructor(private readonly name: string) {}

  tell(change: T): void {
    this.#open()?.postMessage(change);
  }

  listen(listener: (change: T) => void): () => void {
    const channel = this.#open();
    const heard = ({ data }: MessageEvent<T>) => listener(data);
    channel?.addEventListener('message', heard);
    return () => channel?.removeEventListener('message', heard);
  }

  /** One for both: a second one would hear this tab. */
  #open(): BroadcastChannel | undefined {
    if (typeof BroadcastChannel === 'undefined') return undefined;
    return (this.#channel ??= new BroadcastChannel(this.name));
  }
}
