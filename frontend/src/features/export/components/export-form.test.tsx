import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { ProblemError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { session } from '@/session/browser-session';
import { exporter } from '../model/browser-exporter';
import { ExportForm } from './export-form';

type Stream = (path: string, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
const { stream } = vi.hoisted(() => ({ stream: vi.fn<Stream>() }));
vi.mock('@/session/browser-session', async (original) => ({ ...(await original<object>()), api: { stream } }));

const scopes = [
  { kind: 'server', id: 's', name: 'Tea club' },
  { kind: 'channel', id: 'c', name: 'general' },
] as const;
const rows = ['{"kind":"message","cursor":"c/1","content":"tea"}\n', '{"kind":"end","complete":true,"messages":1}\n'];
const bytes = (text: string) => new TextEncoder().encode(text);

/** A row, and nothing more until it is cancelled. */
const unending: Stream = async (_, signal) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes(rows.join('')));
      signal.addEventListener('abort', () => controller.error(signal.reason));
    },
  });

let saved: string[];
const click = () => userEvent.click(screen.getByRole('button', { name: 'Export' }));

beforeEach(() => {
  saved = [];
  stream.mockReset().mockImplementation(
    async () =>
      new ReadableStream({
        start(controller) {
          rows.forEach((row) => controller.enqueue(bytes(row)));
          controller.close();
        },
      }),
  );
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:export', revokeObjectURL: () => undefined }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});
afterEach(() => exporter.clear());

it('saves what was chosen, and says how much it is', async () => {
  render(<ExportForm scopes={scopes} />);
  await userEvent.selectOptions(screen.getByLabelText('What to export'), '#general');
  await userEvent.selectOptions(screen.getByLabelText('Format'), 'CSV');
  await userEvent.selectOptions(screen.getByLabelText('Format'), 'JSON lines');
  await click();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/^Saved as general \S+\.jsonl$/));
  expect(stream.mock.calls[0]?.[0]).toBe('/api/channels/c/export?format=jsonl');
  expect(screen.getByText('1 message, 94 bytes')).toBeInTheDocument();
  expect(saved).toEqual([expect.stringMatching(/^general .*\.jsonl$/)]);
});

it('says that a browser which writes no files keeps it in memory', () => {
  render(<ExportForm scopes={scopes} />);
  expect(screen.getByText(/This browser keeps an export in memory/)).toBeInTheDocument();
});

it('says how far it is, and can be cancelled', async () => {
  stream.mockImplementation(unending);
  render(<ExportForm scopes={scopes} />);
  await click();
  expect(await screen.findByText('1 message, 50 bytes')).toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent('Exporting Tea club …');
  expect(screen.getByLabelText('Format')).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel export' }));
  expect(await screen.findByRole('button', { name: 'Export' })).toBeInTheDocument();
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  expect(saved).toEqual([]);
});

it('ends when its user signs out', async () => {
  stream.mockImplementation(unending);
  session.adopt({
    accessToken: 'a',
    expiresAt: '2030-01-01T00:00:00.000Z',
    isOperator: false,
    user: profileOfNew('ada'),
  });
  render(<ExportForm scopes={scopes} />);
  await click();
  expect(await screen.findByText('1 message, 50 bytes')).toBeInTheDocument();
  act(() => session.end());
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  expect(stream.mock.calls[0]?.[1].aborted).toBe(true);
});

it('says why it failed', async () => {
  stream.mockRejectedValueOnce(new ProblemError(403, 'missing-permission', 'Exporting needs a permission.'));
  render(<ExportForm scopes={scopes} />);
  await click();
  expect(await screen.findByRole('alert')).toHaveTextContent('Exporting needs a permission.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Saved as Tea club'));
});
