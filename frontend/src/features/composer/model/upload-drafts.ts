import { v7 as uuidv7 } from 'uuid';
import type { Attachment } from '@/contracts/message';
import { isTransient } from '@/http/problem';
import type { Progress } from '@/http/send-file';
import type { Written } from '@/storage/written';
import { obstacleTo, type Upload } from './uploads';

type Send = (channelId: string, id: string, file: File, progress: Progress) => Promise<Attachment>;

const NONE: readonly Upload[] = [];

/** The services forget after a day a file that no message carries, and take no older id. */
const RESENT_AFTER_MILLIS = 12 * 3_600_000;

/** A file as a browser keeps it. */
export interface KeptUpload {
  readonly key: string;
  readonly channelId: string;
  readonly id: string;
  readonly name: string;
  readonly bytes: Blob;
  /** Null until it has arrived. */
  readonly attachment: Attachment | null;
}

/**
 * The files of the messages that are being written, by the key of each draft. They are sent at once, go on while one looks
 * at other channels, and are there when one comes back. The browser keeps them for their author, so that what was on its
 * way is sent again, under its id, after a reload.
 */
export class UploadDrafts {
  readonly #uploads = new Map<string, readonly Upload[]>();
  readonly #running = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();
  #author: string | null = null;

  constructor(
    private readonly upload: Send,
    private readonly written: Written<KeptUpload>,
    private readonly now: () => number = Date.now,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  of(key: string): readonly Upload[] {
    return this.#uploads.get(key) ?? NONE;
  }

  /** Somebody is signed in: the files of their drafts are there again. */
  async open(author: string): Promise<void> {
    if (author === this.#author) return;
    this.forget();
    this.#author = author;
    const kept = await this.written.of(author);
    if (this.#author !== author) return;
    for (const { key, channelId, id, name, bytes, attachment } of kept) {
      if (this.of(key).some((upload) => upload.id === id)) continue;
      const file = new File([bytes], name, { type: bytes.type });
      if (this.now() - madeAt(id) > RESENT_AFTER_MILLIS) {
        void this.written.drop(author, id);
        this.add(key, channelId, [file]);
      } else if (attachment !== null) {
        this.#put(key, [...this.of(key), { id, file, state: { name: 'done', attachment } }]);
      } else {
        const upload: Upload = { id, file, state: { name: 'sending', part: 0 } };
        this.#put(key, [...this.of(key), upload]);
        this.#send(key, channelId, upload);
      }
    }
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
    for (const upload of added) {
      if (upload.state.name !== 'sending') continue;
      if (this.#author !== null) void this.written.keep(this.#author, upload.id, keptOf(key, channelId, upload));
      this.#send(key, channelId, upload);
    }
  }

  retry(key: string, channelId: string, upload: Upload): void {
    this.#change(key, upload.id, { name: 'sending', part: 0 });
    this.#send(key, channelId, upload);
  }

  remove(key: string, id: string): void {
    this.#running.get(id)?.abort();
    this.#drop(id);
    this.#put(
      key,
      this.of(key).filter((upload) => upload.id !== id),
    );
  }

  /** The message has taken its files along. */
  clear(key: string): void {
    for (const { id } of this.of(key)) this.#drop(id);
    this.#put(key, NONE);
  }

  /** Nobody is signed in: nothing is shown or sent, and what is kept stays. */
  forget(): void {
    this.#author = null;
    for (const controller of this.#running.values()) controller.abort();
    this.#uploads.clear();
    this.#told();
  }

  #send(key: string, channelId: string, upload: Upload): void {
    const { id, file } = upload;
    const controller = new AbortController();
    this.#running.set(id, controller);
    const { signal } = controller;
    const onProgress = (part: number) => this.#change(key, id, { name: 'sending', part });
    this.upload(channelId, id, file, { signal, onProgress })
      .then((attachment) => {
        this.#change(key, id, { name: 'done', attachment });
        if (this.#author === null) return;
        void this.written.replace(this.#author, id, keptOf(key, channelId, upload, attachment));
      })
      .catch((error: Error) => {
        if (signal.aborted) return;
        this.#change(key, id, { name: 'failed', reason: error, retryable: isTransient(error) });
      })
      .finally(() => this.#running.delete(id));
  }

  #drop(id: string): void {
    if (this.#author !== null) void this.written.drop(this.#author, id);
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

/** A UUIDv7 begins with its time. */
function madeAt(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}

function keptOf(
  key: string,
  channelId: string,
  { id, file }: Upload,
  attachment: Attachment | null = null,
): KeptUpload {
  return { key, channelId, id, name: file.name, bytes: file, attachment };
}
