import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/http/problem';
import { message, example } from './examples';
import { isNotThere, pastMessagesQuery, pictureQuery, type Picture } from './past';
import { onMessage } from './timeline-store';

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: { path: string }) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const CHANNEL = 'c';
const EARLY = Date.UTC(2026, 4, 3, 9);
const LATE = Date.UTC(2026, 4, 3, 15);
const page = (contents: readonly string[], hasBefore = false, first = 1) => ({
  messages: contents.map((content, index) => ({
    ...message(content, { channelId: CHANNEL, number: first + index }),
    isOfThen: true,
  })),
  authors: {},
  referenced: {},
  hasBefore,
  hasAfter: false,
});

/** The service: what it is asked, by what is asked and of which moment. */
function answered(path: string, said = page([`said by ${asked(path).get('at')}`])): unknown {
  if (path.includes('/messages')) return said;
  if (path.includes('/pins')) return page(['pinned']);
  if (path.includes('/members')) return { members: [{}, {}], next: null };
  return { name: 'general', topic: null };
}

const asked = (path: string) => new URL(path, 'http://webchat').searchParams;
const saidIn = (picture: Picture | undefined) => picture?.newest.messages.map(({ messageId }) => messageId);
let client: QueryClient;

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  call.mockReset().mockImplementation(({ path }) => Promise.resolve(answered(path)));
});

describe('a picture', () => {
  it('is whole, and of one moment', async () => {
    const picture = await client.fetchQuery(pictureQuery(CHANNEL, EARLY));
    expect(picture).toMatchObject({ at: EARLY, isPresent: false, pins: 1, members: 2, hasMoreMembers: false });
    expect(picture.channel.name).toBe('general');
    const moments = call.mock.calls.map(([{ path }]) => asked(path).get('at'));
    expect(moments).toEqual(Array(4).fill('2026-05-03T09:00:00.000Z'));
  });

  it('of a moment that one has left is shown to nobody, however late it comes', async () => {
    const waiting: (() => void)[] = [];
    call.mockImplementation(({ path }) =>
      asked(path).get('at') === new Date(EARLY).toISOString()
        ? new Promise((resolve) => waiting.push(() => resolve(answered(path))))
        : Promise.resolve(answered(path)),
    );
    const shown: (readonly string[] | undefined)[] = [];
    const observer = new QueryObserver(client, pictureQuery(CHANNEL, EARLY));
    const stop = observer.subscribe(({ data }) => shown.push(saidIn(data)));
    await vi.waitFor(() => expect(waiting).toHaveLength(4), PATIENCE);
    observer.setOptions(pictureQuery(CHANNEL, LATE));
    await vi.waitFor(() => expect(observer.getCurrentResult().isSuccess).toBe(true), PATIENCE);
    for (const answer of waiting) answer();
    await vi.waitFor(() => expect(client.isFetching()).toBe(0), PATIENCE);
    expect(saidIn(observer.getCurrentResult().data)).toEqual(['said by 2026-05-03T15:00:00.000Z']);
    expect(shown.flat()).not.toContain('said by 2026-05-03T09:00:00.000Z');
    stop();
  });

  it('stays until the next one is there', async () => {
    const observer = new QueryObserver(client, pictureQuery(CHANNEL, EARLY));
    const stop = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().isFetched).toBe(true), PATIENCE);
    observer.setOptions(pictureQuery(CHANNEL, LATE));
    expect(observer.getCurrentResult()).toMatchObject({ isPlaceholderData: true, data: { at: EARLY } });
    await vi.waitFor(() => expect(observer.getCurrentResult()).toMatchObject({ data: { at: LATE } }), PATIENCE);
    stop();
  });

  it('of the present is asked for a little earlier where the services are not there yet', async () => {
    const tooEarly = new ProblemError(400, 'invalid-request', '', [
      { field: 'at', message: 'must not be in the future' },
    ]);
    let refused = '';
    call.mockImplementation(({ path }) => {
      const at = asked(path).get('at') ?? '';
      refused ||= at;
      return at === refused ? Promise.reject(tooEarly) : Promise.resolve(answered(path));
    });
    const picture = await client.fetchQuery(pictureQuery(CHANNEL, null));
    expect(picture).toMatchObject({ isPresent: true, at: Date.parse(refused) - 2_000 });
  });

  it('is looked at anew when something of its channel is deleted', async () => {
    const observer = new QueryObserver(client, pictureQuery('0197b3a0-0000-7000-8000-000000000002', EARLY));
    const stop = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().isSuccess).toBe(true), PATIENCE);
    call.mockImplementation(({ path }) => Promise.resolve(answered(path, page([]))));
    onMessage(client, example('message.deleted', { channelId: '0197b3a0-0000-7000-8000-000000000002' }));
    await vi.waitFor(() => expect(saidIn(observer.getCurrentResult().data)).toEqual([]), PATIENCE);
    stop();
  });
});

it('older messages are of the moment of their picture', async () => {
  const picture = { ...(await client.fetchQuery(pictureQuery(CHANNEL, EARLY))), newest: page(['51', '52'], true, 51) };
  call.mockReset().mockResolvedValue(page(['50'], false, 50));
  const observer = new InfiniteQueryObserver(client, pastMessagesQuery(CHANNEL, picture));
  await observer.fetchPreviousPage();
  const { data, hasPreviousPage, hasNextPage } = observer.getCurrentResult();
  const numbers = data?.pages.flatMap(({ messages }) => messages.map(({ number }) => number));
  expect({ numbers, hasPreviousPage, hasNextPage }).toEqual({
    numbers: [50, 51, 52],
    hasPreviousPage: false,
    hasNextPage: false,
  });
  const query = asked(call.mock.calls[0]?.[0].path ?? '');
  expect(Object.fromEntries(query)).toEqual({ at: '2026-05-03T09:00:00.000Z', limit: '50', before: '51' });
});

it('what was not there is told from what went wrong', () => {
  expect(isNotThere(new ProblemError(404, 'unknown-channel', ''))).toBe(true);
  expect(isNotThere(new ProblemError(503, 'view-behind', ''))).toBe(false);
});
