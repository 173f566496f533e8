import { ProblemError, UnreachableError } from './problem';

export interface FormErrors {
  byField: Readonly<Record<string, string>>;
  /** What belongs to no field of the form. */
  general: string | null;
}

/** Problems that are about one field, though they do not name it. */
const FIELD_OF: Readonly<Record<string, string>> = { 'channel-name-taken': 'name' };

const NONE: FormErrors = { byField: {}, general: null };

/** Sorts what went wrong with a submission to where the form shows it. */
export function formErrors(error: unknown, fields: readonly string[]): FormErrors {
  if (error === null || error === undefined) return NONE;
  if (error instanceof UnreachableError) {
    return { byField: {}, general: 'WebChat cannot be reached. Check your connection and try again.' };
  }
  if (!(error instanceof ProblemError)) return { byField: {}, general: 'Something went wrong. Please try again.' };
  const about = FIELD_OF[error.problem];
  if (about !== undefined && fields.includes(about)) return { byField: { [about]: error.message }, general: null };
  const own = error.errors.filter(({ field }) => fields.includes(field));
  if (own.length === 0) return { byField: {}, general: error.message };
  return {
    byField: Object.fromEntries(own.toReversed().map(({ field, message }) => [field, sentence(message)])),
    general: null,
  };
}

/** The services say `must not be blank`, because the name of the field comes before it; here it stands above. */
function sentence(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
