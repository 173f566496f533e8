import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, UnreachableError } from '@/http/problem';
import { FORMATS, type FormatId } from './formats';
import { writeExport, type Writing } from './write-export';

const message = (number: number) => `{"kind":"message","cursor":"c/${number}","content":"${number}"}\n`;
const end = (data: object) => `${JSON.stringify({ kind: 'end', complete: false, messages: 0, ...data })}\n`;
const header = '"kind","cursor","content","complete","problem"\r\n';
const row = (number: number) => `"message","c/${number}","two\nlines",,\r\n`;

/** An answer that comes in pieces, and is cut off at its end if a failure is given. */
function answer(pieces: readonly string[], failure?: Error): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const left = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift();
      if (piece !== undefined) controller.enqueue(encoder.encode(piece));
      else if (failure) controller.error(failure);
      else controller.close();
    },
  });
}

const fetch = vi.fn<Writing['fetch']>();
const wait = vi.fn<Writing['wait']>();
let file: { text: string; closed: boolean };
let controller: AbortController;

function write(format: FormatId = 'jsonl') {
  return writeExport({
    fetch,
    wait,
    format: FORMATS[format],
    signal: controller.signal,
    onProgress: () => undefined,
    file: {
      write: async (bytes) => void (file.text += new TextDecoder().decode(bytes)),
      close: async () => void (file.closed = true),
      discard: async () => undefined,
    },
  });
}
const cursors = () => fetch.mock.calls.map(([after]) => after);

beforeEach(() => {
  fetch.mockReset();
  wait.mockReset().mockResolvedValue();
  file = { text: '', closed: false };
  controller = new AbortController();
});

describe('an export', () => {
  it('goes to its file as it arrives', async () => {
    fetch.mockResolvedValue(
      answer([message(1).slice(0, 9), message(1).slice(9) + message(2), end({ complete: true })]),
    );
    const written = await write();
    expect(written).toEqual({ messages: 2, bytes: file.text.length });
    expect(file).toEqual({ text: message(1) + message(2) + end({ complete: true, messages: 2 }), closed: true });
  });

  it('goes on where a request has ended, as if it had been one', async () => {
    fetch.mockResolvedValueOnce(answer([message(1), message(2), end({ cursor: 'c/2' })]));
    fetch.mockResolvedValueOnce(answer([message(3), end({ cursor: 'c/3', complete: true })]));
    await write();
    expect(cursors()).toEqual([null, 'c/2']);
    expect(file.text).toBe(message(1) + message(2) + message(3) + end({ cursor: 'c/3', complete: true, messages: 3 }));
  });

  it('goes on after the last whole row when it was cut off', async () => {
    fetch.mockResolvedValueOnce(answer([message(1), message(2), message(3).slice(0, 20)], new TypeError('network')));
    fetch.mockRejectedValueOnce(new ProblemError(503, 'overloaded', 'busy', [], 5_000));
    fetch.mockResolvedValueOnce(answer([message(3), end({ complete: true })]));
    await write();
    expect(cursors()).toEqual([null, 'c/2', 'c/2']);
    expect(wait.mock.calls).toEqual([[5_000]]);
    expect(file.text).toBe(message(1) + message(2) + message(3) + end({ complete: true, messages: 3 }));
  });

  it('has one header, and rows of several lines', async () => {
    fetch.mockResolvedValueOnce(answer([header + row(1), row(2).slice(0, 25)], new TypeError('network')));
    fetch.mockResolvedValueOnce(answer([header, row(2), '"end","c/2",,"true",\r\n']));
    expect((await write('csv')).messages).toBe(2);
    expect(cursors()).toEqual([null, 'c/1']);
    expect(file.text).toBe(`${header}${row(1)}${row(2)}"end","c/2",,"true",\r\n`);
  });

  it('ends when one may no longer, and is not whole then', async () => {
    fetch.mockResolvedValue(answer([message(1), end({ cursor: 'c/1', problem: 'missing-permission' })]));
    await expect(write()).rejects.toMatchObject({ problem: 'missing-permission' });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(file.closed).toBe(false);
  });

  it('goes on when it was ended by what passes', async () => {
    fetch.mockResolvedValueOnce(answer([message(1), end({ cursor: 'c/1', problem: 'store-unavailable' })]));
    fetch.mockResolvedValueOnce(answer([end({ cursor: 'c/1', complete: true })]));
    await write();
    expect(file.closed).toBe(true);
  });

  it('is given up after some attempts that bring nothing', async () => {
    fetch.mockRejectedValue(new UnreachableError('no answer'));
    await expect(write()).rejects.toBeInstanceOf(UnreachableError);
    expect(fetch).toHaveBeenCalledTimes(5);
    expect(wait.mock.calls.flat()).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it('is refused at once', async () => {
    fetch.mockRejectedValue(new ProblemError(404, 'unknown-channel', 'There is no such channel.'));
    await expect(write()).rejects.toMatchObject({ status: 404 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('stops when it is cancelled', async () => {
    fetch.mockImplementation(async () => {
      controller.abort();
      return answer([message(1)], new DOMException('cancelled', 'AbortError'));
    });
    await expect(write()).rejects.toMatchObject({ name: 'AbortError' });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(file.closed).toBe(false);
  });
});
