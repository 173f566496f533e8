import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ProblemError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { Attachments } from './attachments';

const file = vi.hoisted(() => vi.fn<() => Promise<Blob>>());
vi.mock('@/session/browser-session', () => ({ api: { file } }));

const attachment = {
  id: 'a',
  name: 'minutes.pdf',
  contentType: 'application/pdf',
  size: 1_000,
  image: null,
  hasThumbnail: false,
};

it('a file that could not be downloaded is asked for again at the next click', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:minutes', revokeObjectURL: () => undefined }));
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  file.mockRejectedValueOnce(new ProblemError(500, 'internal', '')).mockResolvedValueOnce(new Blob(['x']));
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Attachments channelId="c" attachments={[attachment]} />
    </QueryClientProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Download minutes.pdf' }));
  expect(await screen.findByText('Could not be downloaded')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Download minutes.pdf' }));
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  expect(file).toHaveBeenCalledTimes(2);
});

it('an image that could not be loaded says so, and is asked for again by a click', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:cat', revokeObjectURL: () => undefined }));
  file
    .mockReset()
    .mockRejectedValueOnce(new ProblemError(500, 'internal', ''))
    .mockResolvedValueOnce(new Blob(['x']));
  const image = { ...attachment, name: 'cat.png', image: { width: 400, height: 300 }, hasThumbnail: true };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Attachments channelId="c" attachments={[image]} />
    </QueryClientProvider>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'cat.png could not be loaded, try again' }));
  expect(await screen.findByRole('button', { name: 'Open cat.png' })).toBeVisible();
  expect(await screen.findByRole('img', { name: 'cat.png' })).toBeVisible();
});
