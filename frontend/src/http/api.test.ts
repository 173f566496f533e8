import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { profileOfNew } from '@/contracts/profile-testing';
import { Session } from '@/session/session';
import { Api } from './api';
import { ConsistencyTokens } from './consistency-tokens';
import { ProblemError, UnreachableError, WithheldError } from './problem';
import { viewAges } from './view-ages';

const network = vi.fn<typeof fetch>();
const refresh = vi.fn();
const user = profileOfNew('ada', 'Ada');
const answer = (accessToken: string) => ({
  accessToken,
  expiresAt: '2030-01-01T00:00:00.000Z',
  isOperator: false,
  user,
});
const ok = (headers: Record<string, string> = {}) => Response.json({ fine: true }, { headers });
const problem = (status: number, type: string, headers: Record<string, string> = {}) =>
  Response.json({ type: `urn:webchat:problem:${type}`, title: type }, { status, headers });
const sent = (call: number) => new Headers(network.mock.calls[call]?.[1]?.headers);

let api: Api;
let tokens: ConsistencyTokens;
let session: Session;
const query = { path: '/api/servers', answer: z.object({ fine: z.boolean() }) };
const command = { ...query, method: 'POST' as const, body: {}, idempotencyKey: 'k' };

beforeEach(() => {
  vi.stubGlobal('fetch', network);
  network.mockReset();
  refresh.mockReset();
  session = new Session({ refresh, exclusively: (task) => task(), now: Date.now, random: () => 0 });
  session.adopt(answer('first'));
  tokens = new ConsistencyTokens();
  api = new Api(() => 'https://api.example', session, tokens);
});

describe('the API', () => {
  it('sends the access token, the idempotency key and the consistency tokens, and keeps the one of the answer', async () => {
    network.mockResolvedValueOnce(ok({ 'consistency-token': 't1' })).mockResolvedValueOnce(ok());
    await api.call(command);
    await api.call(query);
    expect(sent(0).get('authorization')).toBe('Bearer first');
    expect(sent(0).get('idempotency-key')).toBe('k');
    expect(sent(0).has('consistency-token')).toBe(false);
    expect(sent(1).get('consistency-token')).toBe('t1');
  });

  it('hears of how far a view is behind, by its answers and by its refusals', async () => {
    network.mockImplementation(async () => ok({ 'view-age': '40' }));
    await api.call(query);
    expect(viewAges.behind()).toBe(40);
    await api.call(command);
    expect(viewAges.behind()).toBe(40);
    network.mockImplementation(async () => ok({ 'view-age': '1' }));
    await api.call(query);
    expect(viewAges.behind()).toBeNull();

    const refused = vi.spyOn(viewAges, 'refused');
    network.mockImplementation(async () => problem(503, 'view-behind', { 'retry-after': '0' }));
    await expect(api.call(query)).rejects.toBeInstanceOf(ProblemError);
    expect(refused).toHaveBeenCalledWith('/api/servers');
    refused.mockClear();
    await expect(api.call({ ...query, path: '/api/search/messages?q=a' })).rejects.toBeInstanceOf(ProblemError);
    expect(refused).not.toHaveBeenCalled();
    network.mockImplementation(async () => ok());
    await api.call(query);
  });

  it('sends no command while commands are withheld, and queries all the same', async () => {
    const onWithheld = vi.fn();
    api.withhold(onWithheld);
    await expect(api.call(command)).rejects.toBeInstanceOf(WithheldError);
    const progress = { onProgress: vi.fn(), signal: new AbortController().signal };
    const upload = api.upload('/api/channels/c/attachments/a', new Blob(['a']), query.answer, progress);
    await expect(upload).rejects.toBeInstanceOf(WithheldError);
    expect(onWithheld).toHaveBeenCalledTimes(2);
    expect(network).not.toHaveBeenCalled();
    expect(api.isWithholding).toBe(true);

    network.mockImplementation(() => Promise.resolve(ok()));
    await expect(api.call(query)).resolves.toEqual({ fine: true });
    api.withhold(null);
    expect(api.isWithholding).toBe(false);
    await expect(api.call(command)).resolves.toEqual({ fine: true });
    expect(onWithheld).toHaveBeenCalledTimes(2);
  });

  it('sends a file as it is', async () => {
    network.mockResolvedValueOnce(ok());
    const file = new Blob(['bytes'], { type: 'image/png' });
    await api.call({ ...query, method: 'PUT', file, idempotencyKey: 'k' });
    expect(network.mock.calls[0]?.[1]?.body).toBe(file);
    expect(sent(0).has('content-type')).toBe(false);
  });

  it('hands over what arrives as it arrives, and a refusal as such', async () => {
    network.mockResolvedValueOnce(new Response('row 1\n'));
    const stream = await api.stream('/api/channels/c/export', new AbortController().signal);
    expect(await new Response(stream).text()).toBe('row 1\n');
    expect(sent(0).get('authorization')).toBe('Bearer first');
    network.mockResolvedValueOnce(problem(403, 'missing-permission'));
    await expect(api.stream('/api/channels/c/export', new AbortController().signal)).rejects.toMatchObject({
      problem: 'missing-permission',
    });
  });

  it('waits for a file for as long as the services send it, and for another answer while they may give one', async () => {
    vi.useFakeTimers();
    const signals: AbortSignal[] = [];
    network.mockImplementation((_, init) => {
      const signal = init?.signal as AbortSignal;
      signals.push(signal);
      const body = new ReadableStream({
        start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason)),
      });
      return Promise.resolve(new Response(body));
    });
    const file = api
      .file('/api/channels/c/attachments/a', new AbortController().signal)
      .catch((error: unknown) => error);
    const json = api.call(query).catch((error: unknown) => error);
    const stream = await api.stream('/api/channels/c/export', new AbortController().signal);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await json).toBeInstanceOf(UnreachableError);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true, false]);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(await file).toBeInstanceOf(UnreachableError);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
    await stream.cancel();
    vi.useRealTimers();
  });

  it('renews a refused access token once, for all requests that met the refusal', async () => {
    network.mockImplementation(async (_, init) =>
      new Headers(init?.headers).get('authorization') === 'Bearer second' ? ok() : problem(401, 'unauthenticated'),
    );
    refresh.mockResolvedValue(answer('second'));
    await Promise.all([api.call(query), api.call(query), api.call(command)]);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('ends the session when there is nothing to renew', async () => {
    network.mockResolvedValue(problem(401, 'unauthenticated'));
    refresh.mockResolvedValue(null);
    await expect(api.call(query)).rejects.toMatchObject({ status: 401 });
    expect(session.state()).toEqual({ status: 'signed-out' });
  });

  it('drops tokens that a service does not take for its own', async () => {
    tokens.learned('of-somebody-else');
    network.mockResolvedValueOnce(problem(400, 'invalid-consistency-token')).mockResolvedValueOnce(ok());
    await api.call(query);
    expect(sent(1).has('consistency-token')).toBe(false);
  });

  describe('behind the log', () => {
    const behind = () => problem(503, 'view-behind', { 'retry-after': '2' });

    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      return () => vi.useRealTimers();
    });

    it('is asked again, after as long as it says', async () => {
      network
        .mockResolvedValueOnce(behind())
        .mockResolvedValueOnce(problem(503, 'replica-behind'))
        .mockResolvedValueOnce(ok());
      const answered = api.call(query);
      await vi.advanceTimersByTimeAsync(1_999);
      expect(network).toHaveBeenCalledTimes(1);
      await vi.advanceTimersByTimeAsync(1_001);
      expect(await answered).toEqual({ fine: true });
      expect(network).toHaveBeenCalledTimes(3);
    });

    it('is given up after three times, and with whoever asks', async () => {
      network.mockImplementation(() => Promise.resolve(behind()));
      const failed = api.call(query).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(6_000);
      expect(await failed).toMatchObject({ problem: 'view-behind' });
      expect(network).toHaveBeenCalledTimes(4);
      const leaving = new AbortController();
      const left = api.call({ ...query, signal: leaving.signal }).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(1_000);
      leaving.abort();
      expect(await left).toMatchObject({ name: 'AbortError' });
      await vi.advanceTimersByTimeAsync(6_000);
      expect(network).toHaveBeenCalledTimes(5);
    });

    it('is told at once to whoever commands', async () => {
      network.mockResolvedValueOnce(problem(503, 'replica-behind', { 'retry-after': '1' }));
      await expect(api.call(command)).rejects.toMatchObject({ problem: 'replica-behind' });
      expect(network).toHaveBeenCalledTimes(1);
    });
  });

  it('tells a refusal from no answer at all', async () => {
    network.mockResolvedValueOnce(problem(503, 'view-unavailable', { 'retry-after': '1' }));
    await expect(api.call(query)).rejects.toEqual(
      new ProblemError(503, 'view-unavailable', 'view-unavailable', undefined, 1_000),
    );
    network.mockRejectedValueOnce(new TypeError('network'));
    await expect(api.call(query)).rejects.toBeInstanceOf(UnreachableError);
    network.mockResolvedValueOnce(new Response('<html>', { status: 502 }));
    await expect(api.call(query)).rejects.toMatchObject({ status: 502, problem: 'blank' });
  });
});
