import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import type { Channel, Server } from '@/contracts/server';
import { render } from '@/i18n/testing';
import { EditChannelDialog } from './edit-channel-dialog';

const call = vi.hoisted(() => vi.fn<(request: { path: string; body?: unknown }) => Promise<unknown>>());
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const channel: Channel = {
  channelId: 'c',
  name: 'fuel',
  topic: null,
  categoryId: null,
  slowModeSeconds: 0,
  overrides: [],
};
const server: Server = {
  serverId: 's',
  name: 'Tea club',
  ownerId: 'owner',
  description: null,
  iconId: null,
  categories: [],
  channels: [channel],
  roles: [],
  permissions: [],
};
const onClose = vi.fn();
const dialog = (shown: Channel) => (
  <QueryClientProvider client={new QueryClient()}>
    <TooltipProvider>
      <EditChannelDialog server={server} channel={shown} permissions={['manage-channels']} onClose={onClose} />
    </TooltipProvider>
  </QueryClientProvider>
);

it('saves only what was written in, and takes back nothing that somebody else changed meanwhile', async () => {
  call.mockReset().mockResolvedValue(undefined);
  const { rerender } = render(dialog(channel));
  fireEvent.change(screen.getByLabelText('Topic'), { target: { value: 'Oil' } });
  rerender(dialog({ ...channel, name: 'engines', slowModeSeconds: 30 }));
  expect(screen.getByLabelText('Channel name')).toHaveValue('engines');
  fireEvent.click(screen.getByText('Save changes'));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(call.mock.calls.map(([{ path, body }]) => [path, body])).toEqual([
    ['/api/channels/c/topic', { topic: 'Oil' }],
  ]);
});
