import type { Attachment } from '@/contracts/message';
import { ProblemError, UnreachableError } from '@/http/problem';
import { problemWords } from '@/http/problem-words';
import type { Translate } from '@/i18n/translate';

export const MAX_FILES = 10;
export const MAX_BYTES = 25 * 1024 * 1024;

export interface Upload {
  readonly id: string;
  readonly file: File;
  readonly state:
    /** How much of it has arrived, from 0 to 1; null while another tab sends it. */
    | { name: 'sending'; part: number | null }
    | { name: 'done'; attachment: Attachment }
    | { name: 'failed'; reason: FileObstacle | Error; retryable: boolean };
}

/** Why a file cannot be attached. */
export type FileObstacle = 'tooManyFiles' | 'emptyFile' | 'tooLargeFile';

/** Why a file cannot be attached, as far as that is known before it is sent; null if nothing is in the way. */
export function obstacleTo(file: Pick<File, 'size'>, alreadyAttached: number): FileObstacle | null {
  if (alreadyAttached >= MAX_FILES) return 'tooManyFiles';
  if (file.size === 0) return 'emptyFile';
  return file.size > MAX_BYTES ? 'tooLargeFile' : null;
}

/** Why a file is not attached, in the reader's language. */
export function uploadWords(reason: FileObstacle | Error, t: Translate, locale: string): string {
  if (reason === 'tooManyFiles') return t('composer.tooManyFiles', { count: MAX_FILES });
  if (typeof reason === 'string') return t(`composer.${reason}`);
  if (reason instanceof UnreachableError) return t('problems.unreachableShort');
  if (!(reason instanceof ProblemError)) return t('problems.notUnderstood');
  if (reason.problem === 'body-too-large') return t('composer.tooLargeFile');
  if (reason.problem === 'quota-exceeded') return t('composer.noRoom');
  return problemWords(reason, t, locale);
}

/** What a message would carry now; null while something is still on its way or failed. */
export function attachmentsOf(uploads: readonly Upload[]): Attachment[] | null {
  const done = uploads.flatMap(({ state }) => (state.name === 'done' ? [state.attachment] : []));
  return done.length === uploads.length ? done : null;
}
