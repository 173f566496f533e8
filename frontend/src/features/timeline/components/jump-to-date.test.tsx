import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import type { Message } from '@/contracts/message';
import { ProblemError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { message } from '../model/examples';
import { ConversationContext, type Conversation } from './conversation-context';
import { DaySeparator } from './day-separator';
import { JumpToDateButton } from './jump-to-date';

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: { path: string }) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const onJump = vi.fn<(message: Message) => void>();
const said = (messageId: string, number: number, at: Date, isDeleted = false) =>
  message(messageId, { number, at: at.toISOString(), isDeleted });
const page = (messages: readonly Message[], hasAfter = false) => ({
  messages,
  authors: {},
  referenced: {},
  hasBefore: false,
  hasAfter,
});
const asked = (index: number) => new URL(call.mock.calls[index]?.[0].path ?? '', 'http://webchat').searchParams;

function show(shown: ReactNode) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <ConversationContext value={{ onJump } as unknown as Conversation}>{shown}</ConversationContext>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

async function open() {
  show(<JumpToDateButton channelId="c" />);
  await userEvent.click(screen.getByRole('button', { name: 'Jump to date' }));
}

async function pick(day: string) {
  fireEvent.change(await screen.findByLabelText('Day'), { target: { value: day } });
  await userEvent.click(screen.getByRole('button', { name: 'Jump' }));
}

beforeEach(() => {
  call.mockReset();
  onJump.mockReset();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 4, 20, 12) });
});
afterEach(() => {
  vi.useRealTimers();
});

it('puts whoever opened it into the field, though it comes later than its card', async () => {
  let come = () => {};
  const comes = new Promise<void>((resolve) => (come = resolve));
  vi.doMock('./day-card', async (original) => {
    await comes;
    return original();
  });
  await open();
  const card = await screen.findByRole('dialog', { name: 'Jump to date' });
  await waitFor(() => expect(card).toHaveFocus());
  come();
  expect(await screen.findByLabelText('Day')).toHaveFocus();
});

it('leads to the first message of the day where the reader is', async () => {
  const first = said('first', 4, new Date(2026, 4, 3, 0, 1));
  call.mockResolvedValue(page([said('before', 3, new Date(2026, 4, 2, 23, 59)), first]));
  await open();
  await pick('2026-05-03');
  await waitFor(() => expect(onJump).toHaveBeenCalledWith(first));
  expect(asked(0).get('at')).toBe(new Date(2026, 4, 3).toISOString());
  expect(screen.queryByLabelText('Day')).not.toBeInTheDocument();
});

it('passes over what was deleted, however much it is', async () => {
  const first = said('first', 9, new Date(2026, 4, 3, 15));
  call.mockResolvedValueOnce(page([said('gone', 7, new Date(2026, 4, 3, 12), true)], true));
  call.mockResolvedValueOnce(page([said('gone too', 8, new Date(2026, 4, 3, 14), true), first]));
  await open();
  await pick('2026-05-03');
  await waitFor(() => expect(onJump).toHaveBeenCalledWith(first));
  expect(asked(1).get('after')).toBe('7');
});

it('says that there is nothing on a day, and offers what came next', async () => {
  const next = said('next', 4, new Date(2026, 4, 7, 9));
  call.mockResolvedValue(page([next]));
  await open();
  await pick('2026-05-03');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Nothing was said on Sunday, May 3, 2026.'));
  expect(onJump).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Next message: May 7, 2026' }));
  expect(onJump).toHaveBeenCalledWith(next);
});

it('says that nothing was said since', async () => {
  call.mockResolvedValue(page([said('long ago', 1, new Date(2026, 0, 1))]));
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'A week ago' }));
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent('Nothing has been said since Wednesday, May 13, 2026.'),
  );
  expect(screen.getByLabelText('Day')).toHaveValue('2026-05-13');
});

it('leads to the beginning, of which an empty channel has none', async () => {
  call.mockResolvedValue(page([]));
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'The beginning' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Nothing has been said here yet.'));
});

it('says what went wrong', async () => {
  call.mockRejectedValue(new ProblemError(503, 'view-behind', 'The view is behind.'));
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Today' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('WebChat is catching up. Try again in a moment.');
});

it('is led to from each day, of a thread as well', async () => {
  const first = said('first', 1, new Date(2026, 4, 20, 9));
  call.mockResolvedValue(page([first]));
  show(<DaySeparator channelId="c" threadId="t" at={first.at} />);
  await userEvent.click(screen.getByRole('button', { name: 'Today, jump to date' }));
  await userEvent.click(await within(await screen.findByRole('dialog', { name: 'Jump to date' })).findByText('Today'));
  await waitFor(() => expect(onJump).toHaveBeenCalledWith(first));
  expect(call.mock.calls[0]?.[0].path).toMatch(/^\/api\/channels\/c\/threads\/t\/messages\?.*at=/);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
