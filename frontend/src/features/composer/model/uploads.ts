import type { Attachment } from '@/contracts/message';
import { ProblemError, UnreachableError } from '@/http/problem';

export const MAX_FILES = 10;
export const MAX_BYTES = 25 * 1024 * 1024;

export interface Upload {
  readonly id: string;
  readonly file: File;
  readonly state:
    | { name: 'sending'; part: number }
    | { name: 'done'; attachment: Attachment }
    | { name: 'failed'; reason: string; retryable: boolean };
}

/** Why a file cannot be attached, as far as that is known before it is sent; null if nothing is in the way. */
export function obstacleTo(file: Pick<File, 'size'>, alreadyAttached: number): string | null {
  if (alreadyAttached >= MAX_FILES) return `A message carries up to ${MAX_FILES} files.`;
  if (file.size === 0) return 'The file is empty.';
  return file.size > MAX_BYTES ? 'The file is larger than 25 MB.' : null;
}

export function reasonOf(error: unknown): string {
  if (error instanceof UnreachableError) return 'WebChat cannot be reached.';
  if (!(error instanceof ProblemError)) return 'The answer was not understood.';
  if (error.problem === 'body-too-large') return 'The file is larger than 25 MB.';
  if (error.problem === 'quota-exceeded') return 'Your files take as much room as they may (1 GB).';
  return error.message;
}

/** What a message would carry now; null while something is still on its way or failed. */
export function attachmentsOf(uploads: readonly Upload[]): Attachment[] | null {
  const done = uploads.flatMap(({ state }) => (state.name === 'done' ? [state.attachment] : []));
  return done.length === uploads.length ? done : null;
}
