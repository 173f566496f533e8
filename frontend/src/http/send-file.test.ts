import { beforeEach, expect, it, vi } from 'vitest';
import { ProblemError, UnreachableError } from './problem';
import { sendFile } from './send-file';

/** What the browser has in place of it answers as the test says. */
class FakeRequest {
  static last: FakeRequest;
  status = 0;
  responseText = '';
  responseHeaders = '';
  readonly upload = {};
  onload: () => void = () => undefined;
  timeout = 0;
  onabort: () => void = () => undefined;
  ontimeout: () => void = () => undefined;
  readonly open = vi.fn();
  readonly send = vi.fn();
  readonly setRequestHeader = vi.fn();

  constructor() {
    FakeRequest.last = this;
  }

  getAllResponseHeaders(): string {
    return this.responseHeaders;
  }

  abort(): void {
    this.onabort();
  }

  answers(status: number, text: string, headers = ''): void {
    Object.assign(this, { status, responseText: text, responseHeaders: headers });
    this.onload();
  }
}

const cancel = new AbortController();
const send = (signal = cancel.signal) =>
  sendFile('/file', new Blob(['x']), new Headers({ accept: 'application/json' }), {
    signal,
    onProgress: () => undefined,
  });

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
});

it('is its JSON, or the problem with all that it says', async () => {
  const sent = send();
  FakeRequest.last.answers(201, '{"id":"a"}', 'content-type: application/json\r\n');
  expect(await sent).toEqual({ id: 'a' });
  const refused = send();
  const problem = JSON.stringify({ type: 'urn:webchat:problem:too-many-requests', title: 'Later.' });
  FakeRequest.last.answers(429, problem, 'retry-after: 7\r\ncontent-type: application/problem+json\r\n');
  const error = await refused.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ problem: 'too-many-requests', retryAfterMillis: 7_000 });
});

it('ends when what answers is something else', async () => {
  const sent = send();
  FakeRequest.last.answers(200, '<html>Sign in to the Wi-Fi</html>');
  await expect(sent).rejects.toBeInstanceOf(UnreachableError);
});

it('ends when nothing answers', async () => {
  const sent = send();
  // What is slow counts as answering for as long as nginx waits, and a little longer.
  expect(FakeRequest.last.timeout).toBeGreaterThan(120_000);
  FakeRequest.last.ontimeout();
  await expect(sent).rejects.toBeInstanceOf(UnreachableError);
});

it('is not even begun when it was cancelled before', async () => {
  const before = FakeRequest.last;
  await expect(send(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  expect(FakeRequest.last).toBe(before);
  const cancelled = new AbortController();
  const sent = send(cancelled.signal);
  cancelled.abort();
  await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
});
