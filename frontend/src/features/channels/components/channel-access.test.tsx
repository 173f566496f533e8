import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import type { Channel, Server } from '@/contracts/server';
import { ProblemError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { ChannelAccess } from './channel-access';

const call = vi.hoisted(() => vi.fn<(request: { body?: unknown }) => Promise<unknown>>());
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const channel: Channel = {
  channelId: 'c',
  name: 'staff',
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
const access = (shown = channel) => (
  <QueryClientProvider client={new QueryClient()}>
    <TooltipProvider>
      <ChannelAccess server={server} channel={shown} />
    </TooltipProvider>
  </QueryClientProvider>
);
const toggle = (name: string) => screen.getByLabelText(name);
const bodies = () => call.mock.calls.map(([{ body }]) => body);

beforeEach(() => {
  call.mockReset();
});

it('what is asked for before the last change is told does not take that back', async () => {
  const answers: (() => void)[] = [];
  call.mockImplementation(() => new Promise((resolve) => answers.push(() => resolve(undefined))));
  render(access());
  fireEvent.click(toggle('Private channel'));
  fireEvent.click(toggle('Read-only'));
  expect(toggle('Private channel')).toBeChecked();
  expect(toggle('Read-only')).toBeChecked();
  await waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.();
  await waitFor(() => expect(call).toHaveBeenCalledTimes(2));
  expect(bodies()).toEqual([
    { allow: [], deny: ['view-channel'] },
    { allow: [], deny: ['view-channel', 'send-messages'] },
  ]);
});

it('shows the truth again, and why, when a change is refused', async () => {
  call.mockRejectedValue(new ProblemError(403, 'outranked', 'The other stands as high or higher.'));
  render(access());
  fireEvent.click(toggle('Private channel'));
  expect(await screen.findByText('The other stands as high or higher.')).toBeVisible();
  expect(toggle('Private channel')).not.toBeChecked();
});
