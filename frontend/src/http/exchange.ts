import { problemOf, UnreachableError } from './problem';

/** Longer than the 30 s after which a service cuts a request off, so that its own answer arrives where there is one. */
const TIMEOUT_MILLIS = 35_000;

/** One HTTP exchange: a success, a {@link ProblemError}, or an {@link UnreachableError}. */
export async function exchange(url: string, init: RequestInit): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MILLIS);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new UnreachableError('no answer', { cause });
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

export function jsonBody(body: unknown): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
