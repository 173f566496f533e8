import { isTransient, ProblemError, UnreachableError } from '@/http/problem';
import type { ExportFile } from './export-file';
import type { ExportFormat, Row } from './formats';
import { Rows } from './rows';

/** How much of an export there is by now. */
export interface Written {
  readonly messages: number;
  readonly bytes: number;
}

export interface Writing {
  /** What one request answers, from the beginning or after a cursor. */
  fetch(after: string | null, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  format: ExportFormat;
  file: ExportFile;
  signal: AbortSignal;
  onProgress(written: Written): void;
  wait(millis: number): Promise<void>;
}

const ENCODER = new TextEncoder();
const RETRY_DELAYS_MILLIS = [1_000, 2_000, 4_000, 8_000];

/** Ends of an export after which asking again is no use. */
const LASTING = ['missing-permission', 'unknown-channel', 'unknown-server'];

/**
 * Writes an export to a file, by as many requests as it takes: each goes on after the last message that came whole, so
 * nothing is lost or doubled when one is cut off. The file is as if one request had written it. Throws what ended it.
 */
export async function writeExport(writing: Writing): Promise<Written> {
  const { format, file, signal, wait } = writing;
  const state: State = { cursor: null, header: '', written: { messages: 0, bytes: 0 } };
  for (let failures = 0; ;) {
    const before = state.cursor;
    const { end, failure } = await writePart(writing, state);
    if (end?.row.complete) {
      await put(writing, state, format.end(end.text, state.written.messages), 0);
      await file.close();
      return state.written;
    }
    if (end && end.row.problem !== null && LASTING.includes(end.row.problem)) {
      throw new ProblemError(403, end.row.problem, '');
    }
    failures = state.cursor === before ? failures + 1 : 0;
    const delay = RETRY_DELAYS_MILLIS[failures - 1];
    if (failures > RETRY_DELAYS_MILLIS.length) throw failure ?? new UnreachableError('the export was cut off');
    if (delay !== undefined) await wait((failure instanceof ProblemError && failure.retryAfterMillis) || delay);
    signal.throwIfAborted();
  }
}

interface State {
  /** The place after the last message that was written. */
  cursor: string | null;
  header: string;
  written: Written;
}

/** Writes what one request answers. Its last row is held back until it is known whether it is the end. */
async function writePart(
  writing: Writing,
  state: State,
): Promise<{ end: { row: Row; text: string } | null; failure: unknown }> {
  const { format, signal } = writing;
  const rows = new Rows(format.hasQuotes);
  let headerDue = format.hasHeader;
  let held: string | null = null;
  let failure: unknown = null;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    reader = (await writing.fetch(state.cursor, signal)).getReader();
    const decoder = new TextDecoder();
    for (let read = await next(reader, signal); !read.done; read = await next(reader, signal)) {
      const whole = rows.push(decoder.decode(read.value, { stream: true }));
      if (headerDue && whole.length > 0) {
        headerDue = false;
        const header = whole.shift() ?? '';
        if (state.header === '') await put(writing, state, (state.header = header), 0);
      }
      const ready: string[] = held === null ? whole : [held, ...whole];
      held = ready.pop() ?? null;
      if (ready.length > 0) {
        await put(writing, state, ready.join(''), ready.length);
        state.cursor = format.read(ready.at(-1) ?? '', state.header).cursor;
      }
    }
  } catch (error) {
    if (signal.aborted || !isTransient(error)) throw error;
    failure = error;
  } finally {
    // Where the file cannot be written, nothing more has to come.
    void reader?.cancel().catch(() => undefined);
  }
  if (held === null) return { end: null, failure };
  const row = format.read(held, state.header);
  if (row.kind === 'end') return { end: { row, text: held }, failure };
  await put(writing, state, held, 1);
  state.cursor = row.cursor;
  return { end: null, failure };
}

/** A connection that breaks on the way is no answer, as if it had not come about. */
async function next(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new UnreachableError('the export was cut off', { cause });
  }
}

async function put({ file, signal, onProgress }: Writing, state: State, text: string, messages: number): Promise<void> {
  const bytes = ENCODER.encode(text);
  await file.write(bytes);
  signal.throwIfAborted();
  const { written } = state;
  state.written = { messages: written.messages + messages, bytes: written.bytes + bytes.length };
  onProgress(state.written);
}
