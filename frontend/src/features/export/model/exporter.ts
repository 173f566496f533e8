import type { ExportScope } from '../api/fetch-export';
import type { ExportFile } from './export-file';
import { fileNameOf, FORMATS, type ExportFormat, type FormatId } from './formats';
import { writeExport, type Writing, type Written } from './write-export';

export type ExportState = {
  readonly scope: ExportScope;
  readonly written: Written;
} & (
  | { readonly status: 'running' | 'done'; readonly fileName: string }
  | { readonly status: 'failed'; readonly error: unknown }
);

export interface ExporterEnvironment {
  createFile(name: string, format: ExportFormat): Promise<ExportFile | null>;
  fetch(scope: ExportScope, format: FormatId, ...place: Parameters<Writing['fetch']>): ReturnType<Writing['fetch']>;
  wait(millis: number): Promise<void>;
  now(): Date;
}

const NOTHING: Written = { messages: 0, bytes: 0 };

/** The export of this tab, one at a time. It goes on while one looks at something else. */
export class Exporter {
  #state: ExportState | null = null;
  #running: AbortController | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly environment: ExporterEnvironment) {}

  readonly state = (): ExportState | null => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Ends when the export does. Nothing happens while another one runs, or if its user does not say where to save. */
  async start(scope: ExportScope, id: FormatId): Promise<void> {
    if (this.#running) return;
    const { createFile, fetch, wait, now } = this.environment;
    const running = (this.#running = new AbortController());
    const { signal } = running;
    const format = FORMATS[id];
    const fileName = fileNameOf(scope.name, format, now());
    let file: ExportFile | null = null;
    let written = NOTHING;
    try {
      file = await createFile(fileName, format);
      if (file === null || signal.aborted) return await file?.discard();
      const onProgress = (progress: Written) => {
        written = progress;
        if (!signal.aborted) this.#become({ status: 'running', scope, written, fileName });
      };
      onProgress(NOTHING);
      await writeExport({ fetch: (...place) => fetch(scope, id, ...place), format, file, signal, onProgress, wait });
      if (!signal.aborted) this.#become({ status: 'done', scope, written, fileName });
    } catch (error) {
      await file?.discard().catch(() => undefined);
      if (!signal.aborted) this.#become({ status: 'failed', scope, written, error });
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  /** Nothing of what runs stays, nor the word of what has ended. */
  readonly clear = (): void => {
    this.#running?.abort();
    this.#running = null;
    this.#become(null);
  };

  #become(state: ExportState | null): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
