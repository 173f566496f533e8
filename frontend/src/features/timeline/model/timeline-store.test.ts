import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '@/contracts/message';
import { example, message } from './examples';
import {
  loadOlder,
  loadPresent,
  loadUntil,
  onMessage,
  pinsQuery,
  readsAbove,
  readsAt,
  shorten,
  timelineQuery,
} from './timeline-store';
import { MOST_MESSAGES } from './timeline-window';

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: { path: string }) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const said = (messageId: string, number: number) => message(messageId, { channelId: 'c', number });
const page = (messages: readonly Message[], hasAfter: boolean) => ({
  messages,
  authors: {},
  referenced: {},
  hasBefore: true,
  hasAfter,
});
const { queryKey } = timelineQuery('c');
let client: QueryClient;
let answers: ((page: unknown) => void)[];
const asked = () => new URL(call.mock.calls[0]?.[0].path ?? '', 'http://webchat').searchParams;
const shown = () => client.getQueryData(queryKey)?.messages.map(({ messageId }) => messageId);

beforeEach(() => {
  client = new QueryClient();
  answers = [];
  call.mockReset().mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
});

async function opened(): Promise<void> {
  const fetched = client.fetchQuery(timelineQuery('c'));
  await vi.waitFor(() => expect(answers).toHaveLength(1), PATIENCE);
  answers[0]?.(page([said('newest', 5_000)], false));
  await fetched;
}

describe('going somewhere in a timeline', () => {
  it('shows where one wanted to go last, however late the answers come', async () => {
    await opened();
    const first = loadUntil(client, said('old', 100)).catch((error: unknown) => error);
    const second = loadUntil(client, said('older', 50));
    answers[2]?.(page([said('older', 50)], true));
    expect(await second).toBe(true);
    answers[1]?.(page([said('old', 100)], true));
    expect(await first).toMatchObject({ name: 'AbortError' });
    expect(shown()).toEqual(['older']);
  });

  it('stays in the present when one has come back to it meanwhile', async () => {
    await opened();
    const jump = loadUntil(client, said('old', 100)).catch((error: unknown) => error);
    const present = loadPresent(client, 'c', null);
    answers[2]?.(page([said('newest', 5_000)], false));
    await present;
    answers[1]?.(page([said('old', 100)], true));
    expect(await jump).toMatchObject({ name: 'AbortError' });
    expect(shown()).toEqual(['newest']);
  });

  it('changes nothing after it was cancelled', async () => {
    await opened();
    const leaving = new AbortController();
    const jump = loadUntil(client, said('old', 100), leaving.signal).catch((error: unknown) => error);
    leaving.abort();
    answers[1]?.(page([said('old', 100)], true));
    expect(await jump).toMatchObject({ name: 'AbortError' });
    expect(shown()).toEqual(['newest']);
  });

  it('into the present ends the fetching of what one leaves', async () => {
    await opened();
    const jump = loadUntil(client, said('old', 100));
    answers[1]?.(page([said('old', 100)], true));
    await jump;
    const anew = client.fetchQuery({ ...timelineQuery('c'), staleTime: 0 }).catch((error: unknown) => error);
    await vi.waitFor(() => expect(answers).toHaveLength(3), PATIENCE);
    const present = loadPresent(client, 'c', null);
    answers[3]?.(page([said('newest', 5_000)], false));
    await present;
    answers[2]?.(page([said('old', 100)], true));
    await anew;
    expect(shown()).toEqual(['newest']);
  });
});

describe('the pinned messages', () => {
  const place = (messageId: string) => ({ channelId: 'c', messageId });
  const pinned = async (fetched: readonly Message[]) => {
    const fetching = client.fetchQuery(pinsQuery('c'));
    await vi.waitFor(() => expect(answers).toHaveLength(2), PATIENCE);
    answers[1]?.(page(fetched, false));
    return (await fetching).map(({ messageId }) => messageId);
  };

  it('hold what one has heard of, though the view that is asked does not know it yet', async () => {
    await opened();
    onMessage(client, example('message.pinned', place('newest')));
    expect(await pinned([])).toEqual(['newest']);
    expect(client.getQueryData(pinsQuery('c').queryKey)).toMatchObject([{ isPinned: true }]);
    onMessage(client, example('message.unpinned', place('newest')));
  });

  it('lose nothing that the view knows and the timeline does not', async () => {
    await opened();
    for (const name of ['message.pinned', 'message.unpinned', 'message.pinned'] as const) {
      onMessage(client, example(name, place('old')));
    }
    expect(await pinned([said('old', 1)])).toEqual(['old']);
    onMessage(client, example('message.unpinned', place('old')));
  });
});

describe('a timeline that is fetched anew', () => {
  const places = () => call.mock.calls.map(([{ path }]) => new URL(path, 'http://webchat').searchParams.get('before'));

  async function scrolledUp(): Promise<void> {
    call.mockReset().mockImplementation(({ path }) => {
      const before = Number(new URL(path, 'http://webchat').searchParams.get('before') ?? 100);
      const numbers = Array.from({ length: 10 }, (_, index) => before - 10 + index);
      return Promise.resolve(
        page(
          numbers.map((number) => said(`m${number}`, number)),
          false,
        ),
      );
    });
    await client.fetchQuery(timelineQuery('c'));
    await loadOlder(client, 'c', null);
    await loadOlder(client, 'c', null);
    expect(shown()).toHaveLength(30);
    call.mockClear();
  }

  it('keeps what its reader has loaded and reads', async () => {
    await scrolledUp();
    const before = shown();
    readsAbove('c', null, true);
    await client.fetchQuery({ ...timelineQuery('c'), staleTime: 0 });
    readsAbove('c', null, false);
    expect(shown()).toEqual(before);
    expect(places()).toEqual([null, '90', '80']);
  });

  it('is its newest page for who is there', async () => {
    await scrolledUp();
    await client.fetchQuery({ ...timelineQuery('c'), staleTime: 0 });
    expect(shown()).toHaveLength(10);
    expect(places()).toEqual([null]);
  });

  it.each([
    ['what its reader is at', 'm8', 'm8'],
    ['its middle, when what they are at is not in it', 'gone', 'm5'],
    ['its middle, when nobody reads it', null, 'm5'],
  ])('is a stretch of the past around %s', async (_, read, around) => {
    const messages = Array.from({ length: 10 }, (_, number) => said(`m${number}`, number));
    client.setQueryData(queryKey, { ...page(messages, true), threadId: null });
    const leave = readsAt('c', null, () => read);
    const anew = client.fetchQuery({ ...timelineQuery('c'), staleTime: 0 });
    leave();
    answers[0]?.(page(messages, true));
    await anew;
    expect(asked().get('around')).toBe(around);
  });
});

describe('a timeline that has grown by what was posted', () => {
  const FIRST = 1_001;
  const LAST = 1_450;
  const posted = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => said(`m${from + index}`, from + index));
  let read: string;

  /** Its first fifty messages were fetched; those that were posted since have no numbers. */
  beforeEach(() => {
    const messages = posted(FIRST, LAST).map((one, index) => (index < 50 ? one : { ...one, number: null }));
    client.setQueryData(queryKey, { ...page(messages, false), threadId: null });
    return readsAt('c', null, () => read);
  });

  /** The service tells the numbers of as many as it is asked for, around one of them. */
  function answer(): void {
    const around = Number(asked().get('around')?.slice(1));
    const half = Number(asked().get('limit')) / 2;
    answers[0]?.(page(posted(around - half, Math.min(around + half - 1, LAST)), true));
  }

  it('is bounded around who reads in the middle of it', async () => {
    read = 'm1250';
    const shortened = shorten(client, 'c', null);
    answer();
    await shortened;
    expect(shown()).toContain('m1250');
    expect(shown()?.length).toBeLessThanOrEqual(MOST_MESSAGES);
  });

  it('is cut around what is read when it is cut, and not when the numbers were asked for', async () => {
    read = 'm1440';
    const shortened = shorten(client, 'c', null);
    read = 'm1060';
    answer();
    await shortened;
    expect(shown()).toContain('m1060');
    expect(shown()).not.toContain('m1440');
  });
});
