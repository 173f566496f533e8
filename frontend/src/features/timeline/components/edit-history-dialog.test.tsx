import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { ProblemError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { message } from '../model/examples';
import { EditHistoryDialog } from './edit-history-dialog';

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: { path: string }) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const edited = message('m', { channelId: 'c', content: 'third', revision: 2, editedAt: '2026-05-03T14:09:00Z' });
const versions = ['first', 'second', 'third'].map((content, revision) => ({
  revision,
  content,
  at: `2026-05-03T14:0${5 + 2 * revision}:00Z`,
}));

function Opened({ of }: { of: typeof edited }) {
  const [open, setOpen] = useState(false);
  return (
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <button onClick={() => setOpen(true)}>open</button>
        {open && <EditHistoryDialog message={of} onClose={() => setOpen(false)} />}
      </TooltipProvider>
    </QueryClientProvider>
  );
}

async function open(of = edited) {
  render(<Opened of={of} />);
  await userEvent.click(screen.getByRole('button', { name: 'open' }));
}

beforeEach(() => {
  call.mockReset().mockResolvedValue({ versions });
});

it('shows all that a message has said, the latest first, and gives the focus back', async () => {
  await open();
  const list = await screen.findByRole('list', { name: 'Edit history' });
  const items = within(list).getAllByRole('listitem');
  expect(items.map((item) => item.querySelector('div')?.textContent)).toEqual(['third', 'second', 'first']);
  expect(items[0]).toHaveTextContent('Now');
  expect(items[2]).toHaveTextContent('Original');
  expect(items[1]?.querySelector('time')).toHaveAttribute('datetime', '2026-05-03T14:07:00Z');
  expect(call.mock.calls[0]?.[0].path).toBe('/api/channels/c/messages/m/edits');
  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'open' })).toHaveFocus();
});

it('asks again while the answer does not know the edit that is shown', async () => {
  call.mockResolvedValueOnce({ versions: versions.slice(0, 2) });
  await open();
  expect(await screen.findByText('third')).toBeInTheDocument();
  expect(call).toHaveBeenCalledTimes(2);
});

it('says what is not kept, and what had no text', async () => {
  call.mockResolvedValue({
    versions: [
      { ...versions[0], content: '' },
      { ...versions[1], revision: 9 },
      { ...versions[2], revision: 10 },
    ],
  });
  await open();
  expect(await screen.findByText('8 versions in between are no longer kept.')).toBeInTheDocument();
  expect(screen.getByText('No text')).toBeInTheDocument();
});

it('says why they are not shown, and tries again', async () => {
  const refused = 'Somebody else’s edits need a permission, which you lack.';
  call.mockRejectedValueOnce(new ProblemError(403, 'missing-permission', refused));
  await open();
  expect(await screen.findByRole('alert')).toHaveTextContent(refused);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByText('second')).toBeInTheDocument());
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
