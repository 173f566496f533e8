import { problemOf, UnreachableError } from './problem';

/** How long an exchange may take, in milliseconds. */
export interface Patience {
  /** Until the answer begins. */
  answer: number;
  /** Until its body is there from then on; null for one that is read for as long as it comes. */
  body: number | null;
}

/** Longer than the 30 s after which a service cuts a request off, so that its own answer arrives where there is one. */
const PATIENCE: Patience = { answer: 35_000, body: 35_000 };

/** Of whoever fetches a file: services send for five minutes. */
export const FILE_PATIENCE: Patience = { answer: 35_000, body: 305_000 };

/** Of whoever sends a file: services receive for two minutes. */
export const UPLOAD_PATIENCE = { answer: 125_000, body: 35_000 } satisfies Patience;

export const ENDLESS_PATIENCE: Patience = { answer: 35_000, body: null };

/** One HTTP exchange: a success, a {@link ProblemError}, or an {@link UnreachableError}. */
export async function exchange(url: string, init: RequestInit, patience = PATIENCE): Promise<Response> {
  const overdue = new AbortController();
  const expire = () => overdue.abort(new DOMException('no answer in time', 'TimeoutError'));
  const timer = setTimeout(expire, patience.answer);
  const signal = init.signal ? AbortSignal.any([init.signal, overdue.signal]) : overdue.signal;
  const response = await arrived(fetch(url, { ...init, signal }), init.signal).finally(() => clearTimeout(timer));
  if (patience.body !== null) setTimeout(expire, patience.body);
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** An answer, or its body, which may get lost on the way as well. */
export async function arrived<T>(answer: Promise<T>, cancelled: AbortSignal | null | undefined): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    if (cancelled?.aborted || cause instanceof SyntaxError) throw cause;
    throw new UnreachableError('no answer', { cause });
  }
}

export function jsonBody(body: unknown): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
