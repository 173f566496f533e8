import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, UnreachableError } from '@/http/problem';
import { FakeBrowser } from '@/storage/fake-browser';
import { forgetWritten, Written } from '@/storage/written';
import type { KeptMessage } from './kept-message';
import { Outbox, type OutboxEnvironment } from './outbox';

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

const post = vi.fn<OutboxEnvironment['post']>();
const waits: number[] = [];
const written = new Written<KeptMessage>('outbox');
let browser: FakeBrowser;
let outbox: Outbox;
let now: Date;

const unreachable = new UnreachableError('no answer');
const busy = new ProblemError(503, 'log-unavailable', 'busy', [], 3_000);
const statesOf = (box: Outbox) => box.messages().map(({ content, status, reason }) => ({ content, status, reason }));
const states = () => statesOf(outbox);
const settled = (box = outbox) =>
  vi.waitFor(() => expect(statesOf(box).every(({ status }) => status !== 'pending')).toBe(true), PATIENCE);
const accepted = () =>
  vi.waitFor(() => expect(states().every(({ status }) => status === 'accepted')).toBe(true), PATIENCE);
const posted = () => post.mock.calls.map(([{ messageId }]) => messageId);
const keptIds = async () => (await written.of('ada')).map(({ messageId }) => messageId);

let ids = 0;
const tab = (name: string) =>
  new Outbox({
    post,
    newId: () => `id-${++ids}`,
    now: () => now,
    wait: async (millis) => void waits.push(millis),
    written,
    tabs: browser.tab(name),
  });

beforeEach(async () => {
  post.mockReset().mockResolvedValue();
  waits.length = 0;
  now = new Date('2026-01-31T12:00:00Z');
  ids = 0;
  browser = new FakeBrowser();
  outbox = tab('first');
  await forgetWritten('ada');
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
    expect(new Set(posted())).toEqual(new Set(['id-1']));
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

    expect(outbox.hasUnanswered()).toBe(true);

    post.mockReset().mockResolvedValue();
    outbox.retryUnanswered();
    await accepted();
    expect(posted()).toEqual(['id-1', 'id-2']);
    expect(outbox.hasUnanswered()).toBe(false);
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

  it('tries again unseen, once at a time, and those behind go on after it', async () => {
    post.mockRejectedValue(unreachable);
    outbox.send('c', 'one');
    outbox.send('c', 'two');
    await settled();
    const failed = outbox.messages();
    post.mockReset().mockRejectedValueOnce(new UnreachableError('again')).mockResolvedValue();
    const seen = vi.fn();
    outbox.subscribe(seen);
    outbox.retryUnanswered();
    await vi.waitFor(() => expect(post).toHaveBeenCalledTimes(1), PATIENCE);
    await new Promise((resolve) => setTimeout(resolve));
    expect(post).toHaveBeenCalledTimes(1);
    expect(seen).not.toHaveBeenCalled();
    expect(outbox.messages()).toBe(failed);

    outbox.send('c', 'three');
    await accepted();
    expect(posted()).toEqual(['id-1', 'id-1', 'id-2', 'id-3']);
  });

  it('says so when it fails for another reason, and leaves alone what is refused', async () => {
    post.mockRejectedValue(unreachable);
    outbox.send('c', 'one');
    outbox.send('c', 'two');
    await settled();
    post.mockReset().mockRejectedValueOnce(busy);
    outbox.retryUnanswered();
    await vi.waitFor(() => expect(states()[0]?.reason).toBe(busy), PATIENCE);
    expect(states()[1]).toMatchObject({ status: 'failed', reason: unreachable });

    post.mockReset().mockRejectedValueOnce(new ProblemError(404, 'unknown-channel', 'no'));
    outbox.retryUnanswered();
    await vi.waitFor(() => expect(states()[1]?.status).toBe('accepted'), PATIENCE);
    expect(states()[0]).toMatchObject({ status: 'failed', reason: { problem: 'unknown-channel' } });
    expect(outbox.hasUnanswered()).toBe(false);
  });

  it('tries again as its author wishes what is being tried again unseen', async () => {
    post.mockRejectedValue(unreachable);
    outbox.send('c', 'hello');
    await settled();
    let refuse: (error: Error) => void = () => undefined;
    post
      .mockReset()
      .mockReturnValueOnce(new Promise((_, reject) => (refuse = reject)))
      .mockRejectedValueOnce(unreachable)
      .mockResolvedValue();
    outbox.retryUnanswered();
    outbox.retry('id-1');
    refuse(unreachable);
    await accepted();
    expect(post).toHaveBeenCalledTimes(3);
  });

  it('waits longer from one time to the next, and for as long as the service asks', async () => {
    const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1_000));
    const tried = async (times: number) => {
      await new Promise((resolve) => setTimeout(resolve));
      expect(post).toHaveBeenCalledTimes(times);
      post.mockClear();
    };
    post.mockRejectedValue(unreachable);
    outbox.send('c', 'hello');
    await settled();
    post.mockClear();
    for (const pause of [10, 20, 40, 60, 60]) {
      later(pause - 1);
      outbox.retryDue();
      await tried(0);
      later(1);
      outbox.retryDue();
      await tried(1);
    }

    post.mockRejectedValue(new ProblemError(429, 'too-many-requests', 'later', [], 120_000));
    outbox.retryUnanswered();
    await tried(1);
    later(119);
    outbox.retryDue();
    await tried(0);
    post.mockResolvedValue();
    later(1);
    outbox.retryDue();
    await accepted();
  });

  it('does not repeat at once what the service wants to hear only much later', async () => {
    post.mockRejectedValueOnce(new ProblemError(429, 'too-many-requests', 'later', [], 30_000));
    outbox.send('c', 'hello');
    await settled();
    expect(waits).toEqual([]);
    expect(post).toHaveBeenCalledTimes(1);
    expect(states()[0]?.reason).toMatchObject({ problem: 'too-many-requests' });
  });

  it('does not repeat a message that its author deleted meanwhile', async () => {
    post.mockImplementation(async () => {
      outbox.remove('id-1');
      throw unreachable;
    });
    outbox.send('c', 'hello');
    await vi.waitFor(() => expect(post).toHaveBeenCalledTimes(1), PATIENCE);
    expect(states()).toEqual([]);
    outbox.retryUnanswered();
    expect(post).toHaveBeenCalledTimes(1);
  });
});

describe('what the outbox keeps', () => {
  /** The page is gone, with whatever it had in memory. */
  async function leaveUnanswered(...contents: string[]) {
    post.mockRejectedValue(unreachable);
    await outbox.open('ada');
    for (const content of contents) outbox.send('c', content);
    await settled();
    post.mockReset().mockResolvedValue();
    browser.close('first');
  }

  it('is sent after a reload, in order and under the same ids, and then kept no longer', async () => {
    await leaveUnanswered('one', 'two');
    const reloaded = tab('second');
    await reloaded.open('ada');
    await settled(reloaded);
    expect(posted()).toEqual(['id-1', 'id-2']);
    expect(statesOf(reloaded).map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    expect(await keptIds()).toEqual([]);
  });

  it('is on its way from the first moment on: a page that is gone before the answer has lost nothing', async () => {
    post.mockReturnValue(new Promise(() => undefined));
    await outbox.open('ada');
    outbox.send('c', 'hello');
    browser.close('first');
    post.mockReset().mockResolvedValue();
    const reloaded = tab('second');
    await reloaded.open('ada');
    await settled(reloaded);
    expect(posted()).toEqual(['id-1']);
  });

  it('stays refused after a reload, with its reason, until its author decides', async () => {
    post.mockRejectedValueOnce(new ProblemError(404, 'unknown-channel', 'no'));
    await outbox.open('ada');
    outbox.send('c', 'hello');
    await settled();
    browser.close('first');
    const reloaded = tab('second');
    await reloaded.open('ada');
    expect(statesOf(reloaded)).toMatchObject([{ status: 'failed', reason: { problem: 'unknown-channel' } }]);
    reloaded.retryUnanswered();
    expect(post).toHaveBeenCalledTimes(1);
    reloaded.remove('id-1');
    expect(await keptIds()).toEqual([]);
  });

  it('is sent by one tab: another one takes it over when that is gone', async () => {
    post.mockRejectedValue(unreachable);
    await outbox.open('ada');
    outbox.send('c', 'hello');
    await settled();
    const other = tab('other');
    await other.open('ada');
    expect(statesOf(other)).toEqual([]);

    post.mockReset().mockResolvedValue();
    browser.close('first');
    await vi.waitFor(() => expect(statesOf(other)).toMatchObject([{ content: 'hello', status: 'accepted' }]), PATIENCE);
    expect(posted()).toEqual(['id-1']);
  });

  it('is taken over by one of several tabs', async () => {
    await leaveUnanswered('hello');
    const others = [tab('second'), tab('third')];
    await Promise.all(others.map((other) => other.open('ada')));
    await Promise.all(others.map(settled));
    expect(others.flatMap(statesOf)).toHaveLength(1);
    expect(posted()).toEqual(['id-1']);
  });

  it('waits for its author when a session ends, and is told to nobody else', async () => {
    post.mockRejectedValue(new ProblemError(401, 'unauthenticated', 'no'));
    await outbox.open('ada');
    outbox.send('c', 'hello');
    await settled();
    outbox.close();
    expect(states()).toEqual([]);
    post.mockReset().mockResolvedValue();
    await outbox.open('grace');
    expect(states()).toEqual([]);
    await outbox.open('ada');
    await settled();
    expect(states()).toMatchObject([{ content: 'hello', status: 'accepted' }]);
    expect(posted()).toEqual(['id-1']);
  });

  it('is gone when its author wishes, and never comes back', async () => {
    await leaveUnanswered('one', 'two');
    await forgetWritten('ada');
    const reloaded = tab('second');
    await reloaded.open('ada');
    expect(statesOf(reloaded)).toEqual([]);
    expect(post).not.toHaveBeenCalled();
  });
});
