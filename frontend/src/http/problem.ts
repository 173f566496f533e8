import { z } from 'zod';

const problemSchema = z.object({
  type: z.string().default('about:blank'),
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

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

/** No answer: whether the request had an effect is not known. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

export async function problemOf(response: Response): Promise<ProblemError> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  const body = parsed.success ? parsed.data : { type: 'about:blank' };
  const message = body.detail ?? body.title ?? '';
  const problem = body.type.split(':').at(-1) ?? body.type;
  return new ProblemError(response.status, problem, message, body.errors, retryAfterMillis(response));
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
