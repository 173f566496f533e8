import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { ProblemError } from '@/http/problem';
import type { Language } from '@/i18n/languages';
import { render } from '@/i18n/testing';
import { message } from '../model/examples';
import { fieldOf } from '../model/moments';
import { ConversationContext, type Conversation } from './conversation-context';
import { PastDialog } from './past-dialog';

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: { path: string }) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', async (original) => ({ ...(await original<object>()), api: { call } }));

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const opened = Date.now();
/** The channel is ten days old. What follows was said a day later, and edited an hour after that. */
const beganAt = opened - 10 * DAY;
const saidAt = beganAt + DAY;
const conversation = { me: 'me', permissions: [], roles: new Map(), myRoleIds: [] } as unknown as Conversation;

const asked = (path: string) => new URL(path, 'http://webchat').searchParams;
const momentOf = (path: string) => Date.parse(asked(path).get('at') ?? '');
const author = message('m').authorId;
const ada = { userId: author, username: 'ada', displayName: 'Ada', statusText: null, avatarId: null, revision: 0 };

const thenAt = (edited: boolean) =>
  edited ? { name: 'launches', topic: 'All of them' } : { name: 'general', topic: null };

/** The service: a channel with one message, which was edited, and pinned since. */
function answer(path: string): unknown {
  const at = momentOf(path);
  const edited = at >= saidAt + HOUR;
  const said = {
    ...message('m', { channelId: 'c', number: 1, at: new Date(saidAt).toISOString() }),
    ...(edited
      ? { content: 'Launch at dusk', revision: 1, editedAt: new Date(saidAt + HOUR).toISOString(), isPinned: true }
      : { content: 'Launch at noon' }),
    isOfThen: true,
  };
  const messages = at < saidAt ? [] : [said];
  if (path.includes('/messages')) return { messages, authors: {}, referenced: {}, hasBefore: false, hasAfter: false };
  if (path.includes('/pins')) return { messages: edited ? [said] : [], authors: {}, referenced: {} };
  if (path.includes('/members')) return { members: at < saidAt ? [ada] : [ada, ada], next: null };
  if (path.includes('/past')) return { ...thenAt(edited), createdAt: new Date(beganAt).toISOString() };
  return { users: [ada] };
}

function Opened() {
  const [open, setOpen] = useState(false);
  return (
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <ConversationContext value={conversation}>
          <button onClick={() => setOpen(true)}>open</button>
          {open && <PastDialog channelId="c" name="launches" isConversation={false} onClose={() => setOpen(false)} />}
        </ConversationContext>
      </TooltipProvider>
    </QueryClientProvider>
  );
}

async function open(language: Language = 'en') {
  render(<Opened />, language);
  await userEvent.click(screen.getByRole('button', { name: 'open' }));
}

const slider = () => screen.getByRole('slider');
const field = () => screen.getByLabelText('Date and time');
const goTo = (moment: number) => fireEvent.change(field(), { target: { value: fieldOf(moment) } });
const asOf = () => screen.getByText(/^This is/);

beforeEach(() => {
  call.mockReset().mockImplementation(({ path }) => Promise.resolve(answer(path)));
});
afterEach(() => {
  vi.useRealTimers();
});

it('opens at the present, with the slider at its end and in focus', async () => {
  await open();
  expect(await screen.findByText('Launch at dusk')).toBeInTheDocument();
  expect(screen.getByRole('dialog', { name: '#launches as it was' })).toBeInTheDocument();
  expect(slider()).toHaveFocus();
  expect(slider()).toHaveAttribute('aria-valuetext', 'Now');
  expect(slider()).toHaveValue((slider() as HTMLInputElement).max);
  expect(screen.getByRole('status')).toHaveTextContent('This is the present, at');
});

it('shows what was said at a moment, what the channel was called, and who was there', async () => {
  await open();
  await screen.findByText('Launch at dusk');
  expect(screen.getByRole('heading', { name: '#launches' })).toBeInTheDocument();
  expect(screen.getByText('1 pinned message')).toBeInTheDocument();
  goTo(saidAt + 60_000);
  const said = await screen.findByText('Launch at noon');
  expect(said).not.toHaveTextContent('(edited)');
  expect(screen.getByRole('heading', { name: '#general' })).toBeInTheDocument();
  expect(screen.getByText('nothing pinned')).toBeInTheDocument();
  expect(screen.getByText('2 members')).toBeInTheDocument();
  expect(screen.queryByText('All of them')).not.toBeInTheDocument();
  expect(slider()).toHaveAttribute('aria-valuetext', expect.stringMatching(/\d{4} at \d{1,2}:\d{2}/));
  expect(screen.getByRole('status')).toHaveTextContent(`as it was on ${slider().getAttribute('aria-valuetext')}`);
  const row = said.closest('article');
  expect(row && within(row).queryAllByRole('button')).toEqual([]);
});

it('goes by keys, to where nothing had been said, and back to the present', async () => {
  await open();
  await screen.findByText('Launch at dusk');
  await userEvent.keyboard('{Home}');
  expect(await screen.findByText('Nothing had been said yet.')).toBeInTheDocument();
  expect(screen.getByText('1 member')).toBeInTheDocument();
  await userEvent.keyboard('{PageUp}');
  expect(await screen.findByText('Launch at noon')).toBeInTheDocument();
  await userEvent.keyboard('{ArrowRight}');
  expect(await screen.findByText('Launch at dusk')).toBeInTheDocument();
  await userEvent.keyboard('{End}');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('This is the present, at'));
});

it('asks only where one lingers', async () => {
  await open();
  await screen.findByText('Launch at dusk');
  call.mockClear();
  const moments = () => call.mock.calls.flatMap(([{ path }]) => (path.includes('/past') ? [momentOf(path)] : []));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (const value of ['1000', '2000', '3000']) {
    fireEvent.change(slider(), { target: { value } });
    act(() => void vi.advanceTimersByTime(150));
  }
  expect(moments()).toEqual([]);
  act(() => void vi.advanceTimersByTime(50));
  vi.useRealTimers();
  await screen.findByText('Nothing had been said yet.');
  expect(new Set(moments()).size).toBe(1);
});

it('keeps the picture of before until the next one is there, and shows none that comes too late', async () => {
  await open();
  await screen.findByText('Launch at dusk');
  const waiting: (() => void)[] = [];
  call.mockImplementation(({ path }) =>
    path.includes('/past')
      ? new Promise((resolve) => waiting.push(() => resolve(answer(path))))
      : Promise.resolve(answer(path)),
  );
  goTo(saidAt + 60_000);
  await waitFor(() => expect(waiting).toHaveLength(4));
  const early = waiting.splice(0);
  expect(screen.getByText('Launch at dusk').closest('[aria-busy="true"]')).not.toBeNull();
  expect(asOf()).toHaveTextContent('This is the present, at');
  goTo(saidAt - 60_000);
  await waitFor(() => expect(waiting).toHaveLength(4));
  for (const arrive of waiting.splice(0)) arrive();
  expect(await screen.findByText('Nothing had been said yet.')).toBeInTheDocument();
  for (const arrive of early) arrive();
  goTo(saidAt - 120_000);
  await waitFor(() => expect(waiting).toHaveLength(4));
  expect(screen.queryByText('Launch at noon')).not.toBeInTheDocument();
});

it('goes on to what was said before, and quotes what is answered without a way there', async () => {
  const page = (contents: readonly string[], first: number) => ({
    messages: contents.map((content, index) => ({
      ...message(content, { channelId: 'c', number: first + index, replyTo: index === 0 ? 'asked' : null }),
      isOfThen: true,
    })),
    authors: {},
    referenced: { asked: { ...message('asked', { channelId: 'c', content: 'When?' }), isOfThen: true } },
    hasBefore: first > 1,
    hasAfter: false,
  });
  let fails = true;
  call.mockImplementation(({ path }) => {
    if (!path.includes('/messages')) return Promise.resolve(answer(path));
    if (asked(path).get('before') === null) return Promise.resolve(page(['newer', 'newest'], 3));
    return fails
      ? Promise.reject(new ProblemError(403, 'missing-permission', ''))
      : Promise.resolve(page(['older', 'old'], 1));
  });
  await open();
  const newer = await screen.findByText('newer');
  expect(newer.closest('article')).toHaveTextContent('When?');
  expect(screen.queryByRole('button', { name: /When/ })).not.toBeInTheDocument();
  fireEvent.scroll(screen.getByRole('region', { name: 'Messages in launches' }));
  const again = await screen.findByRole('button', { name: /^Older messages could not be loaded/ });
  fails = false;
  await userEvent.click(again);
  await screen.findByText('older');
  const shown = screen.getAllByRole('article').map(({ dataset }) => dataset['messageId']);
  expect(shown).toEqual(['older', 'old', 'newer', 'newest']);
});

it('looks further back where all that was said last has been deleted', async () => {
  const page = (first: number, isDeleted: boolean) => ({
    messages: [{ ...message(`${first}`, { channelId: 'c', number: first, isDeleted }), isOfThen: !isDeleted }],
    authors: {},
    referenced: {},
    hasBefore: first > 1,
    hasAfter: false,
  });
  call.mockImplementation(({ path }) => {
    if (!path.includes('/messages')) return Promise.resolve(answer(path));
    const number = Number(asked(path).get('before') ?? 4) - 1;
    return Promise.resolve(page(number, number > 1));
  });
  await open();
  expect(await screen.findByText('1')).toBeInTheDocument();
  expect(screen.getAllByRole('article')).toHaveLength(1);
});

it('says so where the reader may not know what was said', async () => {
  call.mockImplementation(({ path }) => {
    const said = answer(path) as { messages: object[] };
    return Promise.resolve(
      path.includes('/messages') ? { ...said, messages: said.messages.map((m) => ({ ...m, isOfThen: false })) } : said,
    );
  });
  await open();
  expect(await screen.findByText('It was edited later: this is what it says now.')).toBeInTheDocument();
});

it('says what has been deleted, and what was not there', async () => {
  call.mockImplementation(({ path }) => {
    if (momentOf(path) < saidAt) return Promise.reject(new ProblemError(404, 'unknown-channel', ''));
    const said = answer(path) as { messages: object[] };
    return Promise.resolve(
      path.includes('/messages')
        ? { ...said, messages: said.messages.map((m) => ({ ...m, content: '', isDeleted: true })) }
        : said,
    );
  });
  await open();
  expect(await screen.findByText('What had been said has been deleted.')).toBeInTheDocument();
  await userEvent.keyboard('{Home}');
  expect(await screen.findByText('It was not there yet, or you may not see it any more.')).toBeInTheDocument();
});

it('says what went wrong, and tries again', async () => {
  call.mockRejectedValue(new ProblemError(503, 'view-behind', 'The view is behind.'));
  await open();
  expect(await screen.findByRole('alert')).toHaveTextContent('WebChat is catching up. Try again in a moment.');
  call.mockImplementation(({ path }) => Promise.resolve(answer(path)));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Launch at dusk')).toBeInTheDocument();
});

it('leads on from a moment that cannot be had', async () => {
  call.mockImplementation(({ path }) =>
    momentOf(path) < saidAt
      ? Promise.reject(new ProblemError(503, 'view-behind', 'The view is behind.'))
      : Promise.resolve(answer(path)),
  );
  await open();
  await screen.findByText('Launch at dusk');
  await userEvent.keyboard('{Home}');
  expect(await screen.findByRole('alert')).toHaveTextContent('WebChat is catching up. Try again in a moment.');
  expect(slider()).toHaveValue('0');
  expect(Number((slider() as HTMLInputElement).max)).toBeGreaterThan(1);
  await userEvent.keyboard('{PageUp}');
  expect(await screen.findByText('Launch at noon')).toBeInTheDocument();
});

it('says between which moments one can choose', async () => {
  await open();
  await screen.findByText('Launch at dusk');
  goTo(beganAt - DAY);
  expect(field()).toHaveAccessibleDescription(/^Between .* and now\.$/);
  expect(slider()).toHaveAttribute('aria-valuetext', 'Now');
  fireEvent.blur(field());
  expect(field()).not.toHaveAccessibleDescription();
});

it('is left by Escape or by its button, and gives the focus back', async () => {
  await open();
  await screen.findByText('Launch at dusk');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'open' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: 'Back to the present' }));
  expect(screen.getByRole('button', { name: 'open' })).toHaveFocus();
});

it('speaks German', async () => {
  await open('de');
  expect(await screen.findByText(/^Das ist die Gegenwart, Stand \d{2}:\d{2}\. Wähle/)).toBeInTheDocument();
  await userEvent.keyboard('{Home}');
  expect(await screen.findByText('Es war noch nichts gesagt worden.')).toBeInTheDocument();
  expect(slider()).toHaveAttribute('aria-valuetext', expect.stringMatching(/ um \d{2}:\d{2}/));
});
