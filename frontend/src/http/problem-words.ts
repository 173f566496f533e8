import type { Translate } from '@/i18n/translate';
import type en from '@/messages/en';
import { ProblemError, UnreachableError, WithheldError } from './problem';

type ProblemKey = keyof typeof en.problems;

/**
 * What went wrong, in the reader's language. The services speak English, and of what was wrong with a request they say more
 * than the type of a problem alone does: who reads English reads that. Of what is wrong with themselves they speak in words
 * for those who operate them, of replicas, views and instances: nobody who chats reads those.
 */
export function problemWords(error: unknown, t: Translate, locale: string): string {
  if (error instanceof UnreachableError) return t('problems.unreachable');
  if (error instanceof WithheldError) return t('problems.withheld');
  if (!(error instanceof ProblemError)) return t('problems.unexpected');
  const isEnglish = locale === 'en' || locale.startsWith('en-');
  const isOurs = error.status < 500;
  if (isEnglish && isOurs && error.message !== '') return error.message;
  const key = `problems.${error.problem as Exclude<ProblemKey, 'answered'>}` as const;
  if (t.has(key)) return t(key);
  return error.message || t('problems.answered', { status: String(error.status) });
}
