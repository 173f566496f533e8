import type { ZodMiniType } from 'zod/mini';
import type { Session } from '@/session/session';
import type { ConsistencyTokens } from './consistency-tokens';
import { arrived, ENDLESS_PATIENCE, exchange, FILE_PATIENCE, UPLOAD_PATIENCE } from './exchange';
import { isBehind, ProblemError, WithheldError } from './problem';
import { serviceClock } from './service-clock';
import { sendFile, type Progress } from './send-file';
import { viewAges } from './view-ages';

export interface ApiRequest<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  /** The body as it is, in place of {@link body}. */
  file?: Blob;
  /** Repeating a command under the same key gives the first outcome again. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  answer: ZodMiniType<T>;
}

/** How often a query is asked again that a service cannot answer because it is behind the log. */
const MOST_REPEATS = 3;
const BEHIND_MILLIS = 1_000;

/**
 * Commands and queries on behalf of the user: with the access token, renewed once when a service refuses it, and with
 * the consistency tokens, so that whoever writes reads what was written. A query that finds a service behind the log is
 * asked again, a few times, after as long as the service says.
 */
export class Api {
  #onWithheld: (() => void) | null = null;

  constructor(
    private readonly origin: () => string,
    private readonly session: Session,
    private readonly tokens: ConsistencyTokens,
  ) {}

  /**
   * From now on no command is sent: each fails with a {@link WithheldError}, and `onWithheld` is told. Queries go on. Null
   * ends that; what has been sent by then is under way.
   */
  withhold(onWithheld: (() => void) | null): void {
    this.#onWithheld = onWithheld;
  }

  get isWithholding(): boolean {
    return this.#onWithheld !== null;
  }

  async call<T>(request: ApiRequest<T>): Promise<T> {
    const isQuery = (request.method ?? 'GET') === 'GET';
    if (!isQuery) this.#commanded();
    for (let repeats = 0; ; repeats++) {
      try {
        return await this.#authorised((token) => this.#send(request, token));
      } catch (error) {
        if (!isQuery || !isBehind(error)) throw error;
        // That the index of the search is being built is no news about what is shown.
        if (!request.path.startsWith('/api/search')) viewAges.refused(request.path);
        if (repeats >= MOST_REPEATS) throw error;
        await after(error.retryAfterMillis ?? BEHIND_MILLIS, request.signal);
      }
    }
  }

  /** A file, which a URL alone cannot fetch: the access token is in a header. */
  async file(path: string, signal: AbortSignal): Promise<Blob> {
    return this.#authorised(async (token) => {
      const headers = this.#headers(token, '*/*');
      const response = await exchange(this.origin() + path, { headers, signal }, FILE_PATIENCE);
      return arrived(response.blob(), signal);
    });
  }

  /** What is too much to be kept whole: its bytes as they arrive. */
  async stream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    return this.#authorised(async (token) => {
      const headers = this.#headers(token, '*/*');
      const { body } = await exchange(this.origin() + path, { headers, signal }, ENDLESS_PATIENCE);
      return body ?? new Blob([]).stream();
    });
  }

  /** Sends a file, and tells how far it is. */
  async upload<T>(path: string, file: Blob, answer: ZodMiniType<T>, progress: Progress): Promise<T> {
    this.#commanded();
    return this.#authorised(async (token) => {
      const headers = this.#headers(token, 'application/json');
      return answer.parse(await sendFile(this.origin() + path, file, headers, progress));
    });
  }

  #commanded(): void {
    if (this.#onWithheld === null) return;
    this.#onWithheld();
    throw new WithheldError('commands are withheld');
  }

  async #authorised<T>(send: (token: string | null) => Promise<T>): Promise<T> {
    const token = await this.session.accessToken();
    try {
      return await send(token);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.problem === 'invalid-consistency-token') {
        this.tokens.clear();
        return send(token);
      }
      if (error.status !== 401 || token === null) throw error;
      const renewed = await this.session.renew(token);
      if (renewed === null) throw error;
      return send(renewed);
    }
  }

  async #send<T>(request: ApiRequest<T>, accessToken: string | null): Promise<T> {
    const sent = accessToken === null ? [] : this.tokens.current();
    const headers = this.#headers(accessToken, 'application/json');
    if (request.idempotencyKey) headers.set('idempotency-key', request.idempotencyKey);
    if (request.body !== undefined) headers.set('content-type', 'application/json');

    const init: RequestInit = {
      method: request.method ?? 'GET',
      headers,
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      ...(request.file && { body: request.file }),
      ...(request.signal && { signal: request.signal }),
    };
    const askedAt = Date.now();
    const response = await exchange(this.origin() + request.path, init, request.file && UPLOAD_PATIENCE);
    serviceClock.answered(askedAt, response.headers.get('date'));
    if (init.method === 'GET') viewAges.answered(request.path, response.headers.get('view-age'));
    const written = response.headers.get('consistency-token');
    if (written && request.method && request.method !== 'GET') this.tokens.answered(sent, written);
    return request.answer.parse(response.status === 204 ? undefined : await arrived(response.json(), request.signal));
  }

  #headers(accessToken: string | null, accept: string): Headers {
    const sent = accessToken === null ? [] : this.tokens.current();
    const headers = new Headers({ accept });
    if (accessToken !== null) headers.set('authorization', `Bearer ${accessToken}`);
    if (sent.length > 0) headers.set('consistency-token', sent.join(','));
    return headers;
  }
}

/** Waits, and throws as soon as nobody wants to know any more. */
async function after(millis: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', cancel);
      resolve();
    }, millis);
    function cancel(): void {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    }
    signal?.addEventListener('abort', cancel, { once: true });
  });
}
