import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '@/contracts/message';
import { message } from './examples';
import { loadOlder, loadPresent, loadUntil, readsAbove, timelineQuery } from './timeline-store';

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
const shown = () => client.getQueryData(queryKey)?.messages.map(({ messageId }) => messageId);

beforeEach(() => {
  client = new QueryClient();
  answers = [];
  call.mockReset().mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
});

async function opened(): Promise<void> {
  const fetched = client.fetchQuery(timelineQuery('c'));
  await vi.waitFor(() => expect(answers).toHaveLength(1));
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
    await vi.waitFor(() => expect(answers).toHaveLength(3));
    const present = loadPresent(client, 'c', null);
    answers[3]?.(page([said('newest', 5_000)], false));
    await present;
    answers[2]?.(page([said('old', 100)], true));
    await anew;
    expect(shown()).toEqual(['newest']);
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
});
