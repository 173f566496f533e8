import { v7 as uuidv7 } from 'uuid';
import type { Attachment } from '@/contracts/message';
import { isTransient } from '@/http/problem';
import type { Progress } from '@/http/send-file';
import { obstacleTo, type Upload } from './uploads';

type Send = (channelId: string, id: string, file: File, progress: Progress) => Promise<Attachment>;

const NONE: readonly Upload[] = [];

/**
 * The files of the messages that are being written, by the key of each draft. They are sent at once, go on while one looks
 * at other channels, and are there when one comes back.
 */
export class UploadDrafts {
  readonly #uploads = new Map<string, readonly Upload[]>();
  readonly #running = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly upload: Send) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  of(key: string): readonly Upload[] {
    return this.#uploads.get(key) ?? NONE;
  }

  add(key: string, channelId: string, files: readonly File[]): void {
    const before = this.of(key);
    const added = files.map((file, index): Upload => {
      const reason = obstacleTo(file, before.length + index);
      const state: Upload['state'] =
        reason === null ? { name: 'sending', part: 0 } : { name: 'failed', reason, retryable: false };
      return { id: uuidv7(), file, state };
    });
    this.#put(key, [...before, ...added]);
    for (const upload of added) if (upload.state.name === 'sending') this.#send(key, channelId, upload);
  }

  retry(key: string, channelId: string, upload: Upload): void {
    this.#change(key, upload.id, { name: 'sending', part: 0 });
    this.#send(key, channelId, upload);
  }

  remove(key: string, id: string): void {
    this.#running.get(id)?.abort();
    this.#put(
      key,
      this.of(key).filter((upload) => upload.id !== id),
    );
  }

  /** The message has taken its files along. */
  clear(key: string): void {
    this.#put(key, NONE);
  }

  /** Nothing of the one who wrote here remains. */
  forget(): void {
    for (const controller of this.#running.values()) controller.abort();
    this.#uploads.clear();
    this.#told();
  }

  #send(key: string, channelId: string, { id, file }: Upload): void {
    const controller = new AbortController();
    this.#running.set(id, controller);
    const { signal } = controller;
    const onProgress = (part: number) => this.#change(key, id, { name: 'sending', part });
    this.upload(channelId, id, file, { signal, onProgress })
      .then((attachment) => this.#change(key, id, { name: 'done', attachment }))
      .catch((error: Error) => {
        if (signal.aborted) return;
        this.#change(key, id, { name: 'failed', reason: error, retryable: isTransient(error) });
      })
      .finally(() => this.#running.delete(id));
  }

  #change(key: string, id: string, state: Upload['state']): void {
    if (!this.of(key).some((upload) => upload.id === id)) return;
    this.#put(
      key,
      this.of(key).map((upload) => (upload.id === id ? { ...upload, state } : upload)),
    );
  }

  #put(key: string, uploads: readonly Upload[]): void {
    if (uploads.length === 0) this.#uploads.delete(key);
    else this.#uploads.set(key, uploads);
    this.#told();
  }

  #told(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
