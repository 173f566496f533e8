import { membersOf, optionalText } from './json';

export interface FieldError {
  field: string;
  message: string;
}

/** A service answered, and the answer is no: a problem detail (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    /** The last part of the problem's type URI, such as `unknown-channel`. */
    readonly problem: string,
    message: string,
    readonly errors: readonly FieldError[] = [],
    readonly retryAfterMillis: number | null = null,
  ) {
    super(message);
  }
}

/** It was not sent: this tab keeps back whatever would change something. No service has heard of it. */
export class WithheldError extends Error {
  override readonly name = 'WithheldError';
}

/** No answer: whether the request had an effect is not known. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

export async function problemOf(response: Response): Promise<ProblemError> {
  const { type, title, detail, errors } = membersOf(await response.json().catch(() => null));
  const message = optionalText(detail) ?? optionalText(title) ?? '';
  const problem = (optionalText(type) ?? 'about:blank').split(':').at(-1) ?? '';
  return new ProblemError(response.status, problem, message, fieldErrorsOf(errors), retryAfterMillis(response));
}

function fieldErrorsOf(errors: unknown): FieldError[] {
  return (Array.isArray(errors) ? errors : []).flatMap((error): FieldError[] => {
    const { field, message } = membersOf(error);
    return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
  });
}

function retryAfterMillis(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}

/** Whether the same request, under the same id, may succeed a little later. */
export function isTransient(error: unknown): boolean {
  return (
    error instanceof UnreachableError ||
    (error instanceof ProblemError &&
      ([408, 502, 503, 504].includes(error.status) || error.problem === 'too-many-requests'))
  );
}

const BEHIND = ['view-behind', 'replica-behind'];

/** A service has not yet reached what was written: whoever asks through `Api` has it asked again by that. */
export function isBehind(error: unknown): error is ProblemError {
  return error instanceof ProblemError && BEHIND.includes(error.problem);
}
