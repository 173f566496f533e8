import { v7 as uuidv7 } from 'uuid';
import type { Attachment } from '@/contracts/message';
import { isTransient } from '@/http/problem';
import type { Progress } from '@/http/send-file';
import type { Changes } from '@/storage/changes';
import type { Tabs } from '@/storage/tabs';
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
  /** The tab that sends it. */
  readonly tab: string;
}

/** That another tab keeps files, how far they are, or that some are gone. */
export interface UploadChange {
  readonly author: string;
  readonly key: string;
  readonly gone: readonly string[];
}

export interface UploadEnvironment {
  readonly upload: Send;
  now(): number;
  readonly written: Written<KeptUpload>;
  readonly tabs: Tabs;
  readonly changes: Changes<UploadChange>;
}

/**
 * The files of the messages that are being written, by the key of each draft. They are sent at once, go on while one looks
 * at other channels, and are there when one comes back. The browser keeps them for their author, so that what was on its
 * way is sent again, under its id, after a reload. Of several tabs one sends each of them, that in which it was added, and
 * another one when that is gone; all show them, and what is removed or sent along in one is gone in all. Why one failed
 * only the tab tells that sent it: to the others it is on its way.
 */
export class UploadDrafts {
  readonly #uploads = new Map<string, readonly Upload[]>();
  readonly #running = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();
  /** Those that are not to come back from what was read before they went. */
  readonly #gone = new Set<string>();
  #author: string | null = null;

  #deafen: () => void = () => undefined;

  constructor(private readonly environment: UploadEnvironment) {}

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
    this.#deafen = this.environment.changes.listen((change) => void this.#heard(change));
    await this.#collect();
  }

  /** Shows what is kept, and sends what no other tab will; and again when one of those that will is gone. */
  async #collect(): Promise<void> {
    const author = this.#author;
    if (author === null) return;
    const { tabs, written, now } = this.environment;
    const mine = ({ tab }: KeptUpload, isGone: (tab: string) => boolean) =>
      tab === tabs.id || !tabs.knowsOthers || isGone(tab);
    const taking = tabs.exclusively(async (isGone) => {
      const all = await written.of(author);
      const taken = all.filter((kept) => kept.attachment === null && kept.tab !== tabs.id && mine(kept, isGone));
      for (const kept of taken) void written.replace(author, kept.id, { ...kept, tab: tabs.id });
      return all.map((kept) => ({ kept, isMine: mine(kept, isGone) }));
    });
    // A browser without storage may be one without locks, too.
    const found = await taking.catch(() => []);
    if (this.#author !== author) return;
    for (const { kept, isMine } of found) {
      const { key, channelId, id, name, bytes, attachment } = kept;
      if (this.#gone.has(id)) continue;
      const known = this.of(key).find((upload) => upload.id === id);
      const upload: Upload = known ?? {
        id,
        file: new File([bytes], name, { type: bytes.type }),
        state: attachment === null ? { name: 'sending', part: isMine ? 0 : null } : { name: 'done', attachment },
      };
      if (isMine && now() - madeAt(id) > RESENT_AFTER_MILLIS && known === undefined) {
        this.#gone.add(id);
        void this.#drop(key, [id]);
        this.add(key, channelId, [upload.file]);
        continue;
      }
      if (known === undefined) this.#put(key, [...this.of(key), upload]);
      if (attachment !== null) {
        if (known?.state.name === 'sending') this.#change(key, id, { name: 'done', attachment });
      } else if (!isMine) tabs.whenGone(kept.tab, () => void this.#collect());
      else if (known === undefined || (known.state.name === 'sending' && known.state.part === null)) {
        this.#change(key, id, { name: 'sending', part: 0 });
        this.#send(key, channelId, upload);
      }
    }
  }

  async #heard({ author, key, gone }: UploadChange): Promise<void> {
    if (author !== this.#author) return;
    for (const id of gone) this.#leaveOut(key, id);
    await this.#collect();
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
      void this.#keep(key, channelId, upload);
      this.#send(key, channelId, upload);
    }
  }

  retry(key: string, channelId: string, upload: Upload): void {
    this.#change(key, upload.id, { name: 'sending', part: 0 });
    this.#send(key, channelId, upload);
  }

  remove(key: string, id: string): void {
    this.#leaveOut(key, id);
    void this.#drop(key, [id]);
  }

  /** The message has taken its files along. */
  clear(key: string): void {
    const gone = this.of(key).map(({ id }) => id);
    for (const id of gone) this.#gone.add(id);
    this.#put(key, NONE);
    if (gone.length > 0) void this.#drop(key, gone);
  }

  /** Nobody is signed in: nothing is shown or sent, and what is kept stays. */
  forget(): void {
    this.#author = null;
    this.#deafen();
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
    this.environment
      .upload(channelId, id, file, { signal, onProgress })
      .then((attachment) => {
        this.#change(key, id, { name: 'done', attachment });
        void this.#arrived(key, channelId, upload, attachment);
      })
      .catch((error: Error) => {
        if (signal.aborted) return;
        this.#change(key, id, { name: 'failed', reason: error, retryable: isTransient(error) });
      })
      .finally(() => this.#running.delete(id));
  }

  async #keep(key: string, channelId: string, upload: Upload): Promise<void> {
    const author = this.#author;
    if (author === null) return;
    const { written, changes } = this.environment;
    await written.keep(author, upload.id, this.#keptOf(key, channelId, upload));
    changes.tell({ author, key, gone: [] });
  }

  async #arrived(key: string, channelId: string, upload: Upload, attachment: Attachment): Promise<void> {
    const author = this.#author;
    if (author === null) return;
    const { written, changes } = this.environment;
    await written.replace(author, upload.id, this.#keptOf(key, channelId, upload, attachment));
    changes.tell({ author, key, gone: [] });
  }

  async #drop(key: string, gone: readonly string[]): Promise<void> {
    const author = this.#author;
    if (author === null) return;
    const { written, changes } = this.environment;
    await Promise.all(gone.map((id) => written.drop(author, id)));
    changes.tell({ author, key, gone });
  }

  #leaveOut(key: string, id: string): void {
    this.#gone.add(id);
    this.#running.get(id)?.abort();
    this.#put(
      key,
      this.of(key).filter((upload) => upload.id !== id),
    );
  }

  #keptOf(key: string, channelId: string, { id, file }: Upload, attachment: Attachment | null = null): KeptUpload {
    return { key, channelId, id, name: file.name, bytes: file, attachment, tab: this.environment.tabs.id };
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
