import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, UnreachableError } from '@/http/problem';
import { Outbox, type OutboxEnvironment } from './outbox';

const post = vi.fn<OutboxEnvironment['post']>();
const waits: number[] = [];
let outbox: Outbox;

const unreachable = new UnreachableError('no answer');
const busy = new ProblemError(503, 'log-unavailable', 'busy', [], 3_000);
const states = () => outbox.messages().map(({ content, status, reason }) => ({ content, status, reason }));
const settled = () => vi.waitFor(() => expect(states().every(({ status }) => status !== 'pending')).toBe(true));

beforeEach(() => {
  post.mockReset().mockResolvedValue();
  waits.length = 0;
  let id = 0;
  outbox = new Outbox({
    post,
    newId: () => `id-${++id}`,
    now: () => new Date('2026-01-31T12:00:00Z'),
    wait: async (millis) => void waits.push(millis),
  });
});

describe('the outbox', () => {
  it('shows a message at once and keeps it as accepted until the log tells its place', async () => {
    outbox.send('c', 'hello');
    expect(states()).toEqual([{ content: 'hello', status: 'pending', reason: null }]);
    await settled();
    expect(states()).toEqual([{ content: 'hello', status: 'accepted', reason: null }]);
    outbox.remove('id-1');
    expect(states()).toEqual([]);
  });

  it('sends the messages of a channel one after the other, in order', async () => {
    const order: string[] = [];
    post.mockImplementation(async ({ content }) => {
      order.push(`begin ${content}`);
      await Promise.resolve();
      order.push(`end ${content}`);
    });
    outbox.send('c', 'one');
    outbox.send('c', 'two');
    await settled();
    expect(order).toEqual(['begin one', 'end one', 'begin two', 'end two']);
  });

  it('repeats under the same id what got no answer, as patiently as the service asks', async () => {
    post.mockRejectedValueOnce(unreachable).mockRejectedValueOnce(busy);
    outbox.send('c', 'hello');
    await settled();
    expect(waits).toEqual([500, 3_000]);
    expect(new Set(post.mock.calls.map(([{ messageId }]) => messageId))).toEqual(new Set(['id-1']));
    expect(states()[0]?.status).toBe('accepted');
  });

  it('fails after five attempts, with those who wait behind, and goes on when the connection is back', async () => {
    post.mockRejectedValue(unreachable);
    outbox.send('c', 'one');
    outbox.send('c', 'two');
    await settled();
    expect(post).toHaveBeenCalledTimes(5);
    expect(states()).toEqual([
      { content: 'one', status: 'failed', reason: unreachable },
      { content: 'two', status: 'failed', reason: unreachable },
    ]);

    post.mockReset().mockResolvedValue();
    outbox.retryUnanswered();
    await settled();
    expect(post.mock.calls.map(([{ messageId }]) => messageId)).toEqual(['id-1', 'id-2']);
    outbox.retryUnanswered();
    expect(post).toHaveBeenCalledTimes(2);
  });

  it('fails at once what is refused, says why, and sends it again only when asked to', async () => {
    post.mockRejectedValueOnce(new ProblemError(404, 'unknown-channel', 'no'));
    outbox.send('c', 'hello');
    await settled();
    expect(states()[0]).toMatchObject({ status: 'failed', reason: { problem: 'unknown-channel' } });
    outbox.retryUnanswered();
    expect(post).toHaveBeenCalledTimes(1);
    outbox.retry('id-1');
    await settled();
    expect(states()[0]?.status).toBe('accepted');
  });

  it('does not repeat a message that its author deleted meanwhile', async () => {
    post.mockImplementation(async () => {
      outbox.remove('id-1');
      throw unreachable;
    });
    outbox.send('c', 'hello');
    await vi.waitFor(() => expect(post).toHaveBeenCalledTimes(1));
    expect(states()).toEqual([]);
    outbox.retryUnanswered();
    expect(post).toHaveBeenCalledTimes(1);
  });
});
