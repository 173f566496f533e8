import type { Translate } from '@/i18n/translate';
import type en from '@/messages/en';
import { ProblemError, UnreachableError, WithheldError } from './problem';

type ProblemKey = keyof typeof en.problems;

/**
 * What went wrong, in the reader's language. The services speak English, and say more than the type of a problem alone
 * does: who reads English reads what they say.
 */
export function problemWords(error: unknown, t: Translate, locale: string): string {
  if (error instanceof UnreachableError) return t('problems.unreachable');
  if (error instanceof WithheldError) return t('problems.withheld');
  if (!(error instanceof ProblemError)) return t('problems.unexpected');
  const isEnglish = locale === 'en' || locale.startsWith('en-');
  if (isEnglish && error.message !== '') return error.message;
  const key = `problems.${error.problem as Exclude<ProblemKey, 'answered'>}` as const;
  if (t.has(key)) return t(key);
  return error.message || t('problems.answered', { status: String(error.status) });
}
