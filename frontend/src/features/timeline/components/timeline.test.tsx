import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useLayoutEffect, type ComponentProps } from 'react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { render } from '@/i18n/testing';
import { message, said } from '../model/examples';
import type { MessageRow } from '../model/rows';
import { onMessage, onRestart, timelineQuery } from '../model/timeline-store';
import { MOST_MESSAGES } from '../model/timeline-window';
import { ConversationContext, type Conversation } from './conversation-context';
import { Timeline } from './timeline';

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: { path: string }) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', async (original) => ({ ...(await original<object>()), api: { call } }));

// How many rows there are is what matters here, and where they stand; what is in each takes a hundred times as long.
vi.mock('./message-item', () => ({
  MessageItem: ({ row }: { row: MessageRow }) => {
    useLayoutEffect(() => void shownAtOnce.push(articles().length), []);
    return <article data-message-id={row.message.messageId} tabIndex={-1} />;
  },
}));
/** How many rows there were when each had just been put on the screen. */
const shownAtOnce: number[] = [];

/** How many have been posted: each is called by its number. */
let newest = 0;
const PAGE = 50;
const ROW_PIXELS = 40;
const VIEW_PIXELS = 600;

const conversation = { me: 'me', permissions: [], roles: new Map(), myRoleIds: [] } as unknown as Conversation;
const articles = () => [...document.querySelectorAll<HTMLElement>('article')];
const viewport = () => document.querySelector('[role="log"]') ?? document.body;
const inSight = () => articles()[Math.floor(viewport().scrollTop / ROW_PIXELS)]?.dataset['messageId'];

/** The service: pages of a channel in which much has been said. */
function page(path: string) {
  const asked = new URL(path, 'http://webchat').searchParams;
  const number = (name: string) => (asked.has(name) ? Number(asked.get(name)?.replace('m', '')) : null);
  const after = number('after');
  const around = number('around');
  const before = number('before') ?? Infinity;
  const limit = number('limit') ?? PAGE;
  const last = Math.min(newest, after !== null ? after + limit : around !== null ? around + limit / 2 : before - 1);
  const first = after !== null ? after + 1 : Math.max(1, last - limit + 1);
  return {
    messages: Array.from({ length: last - first + 1 }, (_, index) =>
      message(`m${first + index}`, { channelId: 'c', number: first + index }),
    ),
    authors: {},
    referenced: {},
    hasBefore: first > 1,
    hasAfter: last < newest,
  };
}

/** A page without a layout is given one: each message is a row of the same height. */
function layOut() {
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(() => articles().length * ROW_PIXELS);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(VIEW_PIXELS);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    if (this.hasAttribute('data-unread-line')) {
      const below = articles().findIndex(
        (article) => this.compareDocumentPosition(article) === Node.DOCUMENT_POSITION_FOLLOWING,
      );
      // A browser scrolls no further than to the last row.
      const scrolled = Math.min(viewport().scrollTop, articles().length * ROW_PIXELS - VIEW_PIXELS);
      return new DOMRect(0, below * ROW_PIXELS - scrolled, 0, 1);
    }
    const row = articles().findIndex((article) => article === this);
    return row === -1
      ? new DOMRect(0, 0, 0, VIEW_PIXELS)
      : new DOMRect(0, row * ROW_PIXELS - viewport().scrollTop, 0, ROW_PIXELS);
  });
}

function open(
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } }),
  props: Partial<ComponentProps<typeof Timeline>> = {},
) {
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <ConversationContext value={conversation}>
          <Timeline channelId="c" label="Messages" beginning={null} editing={null} {...props} />
        </ConversationContext>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return client;
}

function scrollTo(top: number) {
  viewport().scrollTop = top;
  fireEvent.scroll(viewport());
}

beforeEach(() => {
  newest = 100_000;
  onRestart(new QueryClient());
  call.mockReset().mockImplementation(async ({ path }) => page(path));
  layOut();
});

it(
  'however far one scrolls, keeps a bounded part of it, and what is read stays where it is',
  { timeout: 120_000 },
  async () => {
    open();
    await waitFor(() => expect(articles()).toHaveLength(PAGE));
    let oldest = newest - PAGE + 1;
    let most = 0;
    for (let pages = 0; pages < 8; pages++) {
      scrollTo(10 * ROW_PIXELS);
      const read = inSight();
      oldest -= PAGE;
      await waitFor(() => expect(articles()[0]?.dataset['messageId']).toBe(`m${oldest}`));
      expect(inSight()).toBe(read);
      most = Math.max(most, articles().length);
      await waitFor(() => expect(articles().length).toBeLessThanOrEqual(MOST_MESSAGES));
      expect(inSight()).toBe(read);
    }
    expect(most).toBeLessThanOrEqual(MOST_MESSAGES + PAGE);
    expect(screen.getByRole('button', { name: 'Jump to present' })).toBeVisible();

    for (let latest = 0; latest < newest;) {
      latest = Number(articles().at(-1)?.dataset['messageId']?.slice(1));
      scrollTo(articles().length * ROW_PIXELS - VIEW_PIXELS - 5 * ROW_PIXELS);
      const read = inSight();
      const next = Math.min(latest + PAGE, newest);
      await waitFor(() => expect(articles().at(-1)?.dataset['messageId']).toBe(`m${next}`));
      await waitFor(() => expect(articles().length).toBeLessThanOrEqual(MOST_MESSAGES));
      expect(inSight()).toBe(read);
    }
    const numbers = articles().map(({ dataset }) => Number(dataset['messageId']?.slice(1)));
    expect(numbers).toEqual(numbers.map((_, index) => newest - numbers.length + 1 + index));
  },
);

it('of who stays at the newest message goes on and does not grow', { timeout: 120_000 }, async () => {
  const client = open();
  await waitFor(() => expect(articles()).toHaveLength(PAGE));
  for (let posted = 0; posted < 600; posted += PAGE) {
    act(() => {
      for (let next = 1; next <= PAGE; next++) onMessage(client, said(`m${++newest}`, { channelId: 'c' }));
    });
    await waitFor(() => expect(articles().at(-1)?.dataset['messageId']).toBe(`m${newest}`));
    await waitFor(() => expect(articles().length).toBeLessThanOrEqual(MOST_MESSAGES));
  }
  const numbers = articles().map(({ dataset }) => Number(dataset['messageId']?.slice(1)));
  expect(numbers).toEqual(numbers.map((_, index) => newest - numbers.length + 1 + index));
  expect(viewport().scrollTop).toBe(articles().length * ROW_PIXELS);
});

it('has the focus when the message that had it is let go of', { timeout: 120_000 }, async () => {
  const client = open();
  await waitFor(() => expect(articles()).toHaveLength(PAGE));
  act(() => articles()[0]?.focus());
  act(() => {
    for (let next = 0; next < MOST_MESSAGES; next++) onMessage(client, said(`m${++newest}`, { channelId: 'c' }));
  });
  await waitFor(() => expect(articles().at(-1)?.dataset['messageId']).toBe(`m${newest}`));
  await waitFor(() => expect(articles().length).toBeLessThanOrEqual(MOST_MESSAGES));
  expect(viewport()).toHaveFocus();
});

it('that is known already begins with what fits on the screen, and has the rest right after that', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await client.prefetchQuery(timelineQuery('c'));
  shownAtOnce.length = 0;
  open(client);
  const first = Math.ceil(window.innerHeight / 22);
  expect(first).toBeLessThan(PAGE);
  expect(shownAtOnce[0]).toBe(first);
  await waitFor(() => expect(articles()).toHaveLength(PAGE));
  expect(viewport().scrollTop).toBe(PAGE * ROW_PIXELS);
  expect(call).toHaveBeenCalledTimes(1);
});

describe('what is new', () => {
  const onGo = vi.fn();
  const onRead = vi.fn();
  const onLineInSight = vi.fn();
  const since = (count: number) => ({
    firstUnread: { number: newest - count + 1, messageId: null },
    unseen: { count, going: false, failed: false, onGo, onRead },
    onLineInSight,
  });
  const pill = () => screen.queryByRole('button', { name: /new messages/ });

  beforeEach(() => [onGo, onRead, onLineInSight].forEach((mock) => mock.mockReset()));

  it('needs no word where all of it is on the screen', async () => {
    open(undefined, since(5));
    await waitFor(() => expect(onLineInSight).toHaveBeenLastCalledWith(newest - 4));
    expect(pill()).not.toBeInTheDocument();
  });

  it('is counted where it begins above the screen, until one is there', async () => {
    open(undefined, since(30));
    await waitFor(() => expect(pill()).toHaveTextContent(/^30 new messages since /));
    expect(onLineInSight).toHaveBeenLastCalledWith(null);
    await userEvent.click(pill() as HTMLElement);
    expect(onGo).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole('button', { name: 'Mark as read' }));
    expect(onRead).toHaveBeenCalledOnce();
    expect(viewport()).toHaveFocus();

    scrollTo(18 * ROW_PIXELS);
    await waitFor(() => expect(onLineInSight).toHaveBeenLastCalledWith(newest - 29));
    expect(pill()).not.toBeInTheDocument();
  });

  it('says since when, though its beginning is not loaded', async () => {
    open(undefined, since(300));
    await waitFor(() => expect(pill()).toHaveTextContent(/^300 new messages since /));
    expect(call.mock.calls.map(([{ path }]) => path)).toContainEqual(expect.stringContaining(`after=${newest - 300}`));
  });
});
