import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import type { Server } from '@/contracts/server';
import { membersQuery, onUnsubscribed, serverQuery, serversQuery } from '@/features/servers/model/servers-store';
import { render } from '@/i18n/testing';
import { ServerEntrance } from './[serverId]/server-entrance';
import { DirectPage } from './direct/direct-page';
import { rememberPlace } from './last-place';
import { NoChannel } from './no-channel';
import { ServerProblem } from './server-problem';
import { ShellContext } from './shell-context';

const router = vi.hoisted(() => ({ replace: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));
vi.mock('@/session/browser-session', () => {
  const state = { status: 'restoring' };
  return { api: {}, session: { subscribe: () => () => undefined, state: () => state } };
});

const shell = { open: vi.fn(), showNavigation: vi.fn(), expect: vi.fn() };
const channel = (channelId: string): Server['channels'][number] => ({
  channelId,
  name: channelId,
  topic: null,
  categoryId: null,
  slowModeSeconds: 0,
  overrides: [],
});
const server: Server = {
  serverId: 's',
  name: 'Tea club',
  ownerId: 'owner',
  description: null,
  iconId: null,
  categories: [],
  channels: [channel('lobby'), channel('fuel')],
  roles: [],
  permissions: [],
};

function show(page: ReactNode, shown: Server = server): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(serversQuery.queryKey, [{ serverId: 's', name: 'Tea club', iconId: null }] as never);
  client.setQueryData(serverQuery('s').queryKey, shown);
  client.setQueryData(membersQuery('s').queryKey, []);
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <ShellContext value={shell}>{page}</ShellContext>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return client;
}

beforeEach(() => {
  localStorage.clear();
  for (const mock of [router.replace, shell.open, shell.showNavigation, shell.expect]) mock.mockReset();
});

it('one goes on to the server where one was, which knows whether the channel is still there', async () => {
  rememberPlace({ serverId: 's', channelId: 'deleted' });
  show(<NoChannel />);
  await waitFor(() => expect(router.replace).toHaveBeenCalledExactlyOnceWith('/channels/s'));
  router.replace.mockReset();
  show(<ServerEntrance serverId="s" />);
  await waitFor(() => expect(router.replace).toHaveBeenCalledExactlyOnceWith('/channels/s/lobby'));
});

it('where there is nothing, there is a way out, on a phone as well', async () => {
  show(<ServerProblem serverId="s" error={null} />);
  expect(screen.getByRole('link', { name: 'Go to your servers' })).toHaveAttribute('href', '/channels');
  await userEvent.click(screen.getByRole('button', { name: 'Servers and settings' }));
  expect(shell.showNavigation).toHaveBeenCalledOnce();
});

it('who is no member any more is told so, by the name of the server', () => {
  const client = show(<p>Meanwhile</p>);
  onUnsubscribed(client, 's');
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <ShellContext value={shell}>
          <ServerProblem serverId="s" error={null} />
        </ShellContext>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  expect(screen.getByRole('heading', { name: 'You are no longer in Tea club' })).toBeVisible();
});

it('a server without a channel says so, and lets whoever may create one', async () => {
  show(<ServerEntrance serverId="s" />, { ...server, channels: [], permissions: ['manage-channels'] });
  expect(screen.getByRole('heading', { name: 'No channels in Tea club yet' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Servers and settings' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Create channel' }));
  expect(shell.open).toHaveBeenCalledExactlyOnceWith({ name: 'create-channel', categoryId: null });
  expect(router.replace).not.toHaveBeenCalled();
});

it('who may not create one waits to be let in', () => {
  show(<ServerEntrance serverId="s" />, { ...server, channels: [] });
  expect(screen.getByText(/as soon as somebody lets you in/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Create channel' })).not.toBeInTheDocument();
});

it('the window is called what it shows', () => {
  document.title = '#general · Acme · WebChat';
  show(<ServerProblem serverId="s" error={null} />);
  expect(document.title).toBe('There is nothing here · WebChat');
  show(<DirectPage />);
  expect(document.title).toBe('Direct messages · WebChat');
  show(<NoChannel />);
  expect(document.title).toBe('WebChat');
});
