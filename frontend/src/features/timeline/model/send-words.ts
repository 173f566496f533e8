import type { Translate } from '@/i18n/translate';
import { isTransient, ProblemError, UnreachableError, WithheldError } from '@/http/problem';
import { problemWords } from '@/http/problem-words';

/** Why a message was not sent, in the reader's language. */
export function sendWords(error: Error, t: Translate, locale: string): string {
  if (error instanceof UnreachableError) return t('problems.unreachableShort');
  if (error instanceof WithheldError) return problemWords(error, t, locale);
  if (!(error instanceof ProblemError)) return t('problems.notUnderstood');
  if (error.problem === 'unknown-channel') return t('timeline.channelGone');
  if (error.problem === 'unknown-thread') return t('timeline.threadGone');
  if (error.problem === 'unknown-message') return t('timeline.answeredGone');
  if (error.errors.some(({ field }) => field === 'messageId')) return t('timeline.tooLate');
  if (error.status === 401) return t('timeline.signedOut');
  if (error.status === 413) return t('timeline.tooLong');
  if (error.problem === 'too-many-requests') return problemWords(error, t, locale);
  return isTransient(error) ? t('timeline.busy') : problemWords(error, t, locale);
}
