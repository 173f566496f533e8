import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { IconSettings } from './icon-settings';

const { call, file } = vi.hoisted(() => ({
  call: vi.fn<(request: { method: string; path: string; file?: File }) => Promise<unknown>>(),
  file: vi.fn<(path: string) => Promise<Blob>>(),
}));
vi.mock('@/session/browser-session', () => ({ api: { call, file } }));

const server = {
  serverId: 's',
  ownerId: 'owner',
  name: 'Tea club',
  description: null,
  iconId: null as string | null,
  categories: [],
  channels: [],
  roles: [],
  permissions: ['manage-server'],
};
const settings = (shown = server) => (
  <QueryClientProvider client={new QueryClient()}>
    <IconSettings server={shown} />
  </QueryClientProvider>
);
const image = (name: string, bytes = 3) => new File([new Uint8Array(bytes)], name, { type: 'image/png' });
const pick = (picked: File) => userEvent.upload(screen.getByLabelText('Server icon', { selector: 'input' }), picked);

beforeEach(() => {
  call.mockReset().mockResolvedValue({ iconId: 'i' });
  file.mockReset().mockResolvedValue(new Blob(['an image']));
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:icon', revokeObjectURL: () => undefined }));
});

it('shows initials where there is no icon, and sends the image that is chosen', async () => {
  render(settings());
  expect(screen.getByText('TC')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Remove' })).not.toBeInTheDocument();
  const chosen = image('cat.png');
  await pick(chosen);
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Saved'));
  expect(call.mock.calls[0]?.[0]).toMatchObject({ method: 'PUT', path: '/api/servers/s/icon', file: chosen });
  expect(file).not.toHaveBeenCalled();
});

it('shows the icon that there is, and takes it away', async () => {
  const { container } = render(settings({ ...server, iconId: 'i' }));
  await waitFor(() => expect(container.querySelector('img')).toHaveAttribute('src', 'blob:icon'));
  expect(file.mock.calls[0]?.[0]).toBe('/api/servers/s/icons/i');
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(call.mock.calls[0]?.[0]).toMatchObject({ method: 'DELETE', path: '/api/servers/s/icon' }));
});

it('says what is wrong with an image', async () => {
  render(settings());
  await pick(image('huge.png', 8 * 1024 * 1024 + 1));
  expect(screen.getByRole('alert')).toHaveTextContent('An icon may have up to 8 MB.');
  expect(call).not.toHaveBeenCalled();
  const errors = [{ field: 'body', message: 'must be an image' }];
  call.mockRejectedValue(new ProblemError(400, 'invalid-request', 'The request is invalid.', errors));
  await pick(image('broken.png'));
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('This image cannot be used.'));
});

it('can only be looked at by who does not manage the server', () => {
  render(settings({ ...server, permissions: [] }));
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
