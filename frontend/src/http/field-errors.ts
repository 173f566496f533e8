import type { Translate } from '@/i18n/translate';
import { fieldWords } from './field-words';
import { ProblemError } from './problem';
import { problemWords } from './problem-words';

export interface FormErrors {
  byField: Readonly<Record<string, string>>;
  /** What belongs to no field of the form. */
  general: string | null;
}

/** Problems that are about one field, though they do not name it. */
const FIELD_OF: Readonly<Record<string, string>> = { 'channel-name-taken': 'name' };

const NONE: FormErrors = { byField: {}, general: null };

/** Sorts what went wrong with a submission to where the form shows it. */
export function formErrors(error: unknown, fields: readonly string[], t: Translate, locale: string): FormErrors {
  if (error === null || error === undefined) return NONE;
  const general = problemWords(error, t, locale);
  if (!(error instanceof ProblemError)) return { byField: {}, general };
  const about = FIELD_OF[error.problem];
  if (about !== undefined && fields.includes(about)) return { byField: { [about]: general }, general: null };
  const own = error.errors.filter(({ field }) => fields.includes(field));
  if (own.length === 0) return { byField: {}, general };
  return {
    byField: Object.fromEntries(own.toReversed().map(({ field, message }) => [field, fieldWords(message, t)])),
    general: null,
  };
}
