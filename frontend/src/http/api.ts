import type { ZodType } from 'zod';
import type { Session } from '@/session/session';
import type { ConsistencyTokens } from './consistency-tokens';
import { exchange } from './exchange';
import { ProblemError } from './problem';

export interface ApiRequest<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  /** Repeating a command under the same key gives the first outcome again. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  answer: ZodType<T>;
}

/**
 * Commands and queries on behalf of the user: with the access token, renewed once when a service refuses it, and with
 * the consistency tokens, so that whoever writes reads what was written.
 */
export class Api {
  constructor(
    private readonly origin: () => string,
    private readonly session: Session,
    private readonly tokens: ConsistencyTokens,
  ) {}

  async call<T>(request: ApiRequest<T>): Promise<T> {
    const token = await this.session.accessToken();
    try {
      return await this.#send(request, token);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.problem === 'invalid-consistency-token') {
        this.tokens.clear();
        return this.#send(request, token);
      }
      if (error.status !== 401 || token === null) throw error;
      const renewed = await this.session.renew(token);
      if (renewed === null) throw error;
      return this.#send(request, renewed);
    }
  }

  async #send<T>(request: ApiRequest<T>, accessToken: string | null): Promise<T> {
    const sent = accessToken === null ? [] : this.tokens.current();
    const headers = new Headers({ accept: 'application/json' });
    if (accessToken !== null) headers.set('authorization', `Bearer ${accessToken}`);
    if (sent.length > 0) headers.set('consistency-token', sent.join(','));
    if (request.idempotencyKey) headers.set('idempotency-key', request.idempotencyKey);
    if (request.body !== undefined) headers.set('content-type', 'application/json');

    const response = await exchange(this.origin() + request.path, {
      method: request.method ?? 'GET',
      headers,
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      ...(request.signal && { signal: request.signal }),
    });
    const written = response.headers.get('consistency-token');
    if (written && request.method && request.method !== 'GET') this.tokens.answered(sent, written);
    return request.answer.parse(response.status === 204 ? undefined : await response.json());
  }
}
