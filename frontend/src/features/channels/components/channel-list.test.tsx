import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import type { Server } from '@/contracts/server';
import { ProblemError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { ChannelList } from './channel-list';

const call = vi.hoisted(() => vi.fn(() => Promise.resolve(undefined)));
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const channel = (channelId: string, categoryId: string | null, hidden = false): Server['channels'][number] => ({
  channelId,
  name: channelId,
  topic: null,
  categoryId,
  slowModeSeconds: 0,
  overrides: hidden ? [{ target: 'role', id: 's', allow: [], deny: ['view-channel'] }] : [],
});
const server: Server = {
  serverId: 's',
  name: 'Tea club',
  ownerId: 'owner',
  description: null,
  iconId: null,
  categories: [
    { categoryId: 'work', name: 'Work' },
    { categoryId: 'empty', name: 'Empty' },
  ],
  channels: [channel('lobby', null), channel('fuel', 'work'), channel('staff', 'work', true)],
  roles: [],
  permissions: [],
};
const onCreateChannel = vi.fn();
const list = (
  permissions: string[],
  activeChannelId: string | null = null,
  badgeOf?: ComponentProps<typeof ChannelList>['badgeOf'],
) => (
  <QueryClientProvider client={new QueryClient()}>
    <TooltipProvider>
      <ChannelList
        serverId="s"
        server={{ ...server, permissions }}
        activeChannelId={activeChannelId}
        permissionsIn={() => permissions}
        onOpen={() => undefined}
        onCreateChannel={onCreateChannel}
        {...(badgeOf && { badgeOf })}
      />
    </TooltipProvider>
  </QueryClientProvider>
);
const links = () => screen.getAllByRole('link').map(({ textContent }) => textContent);

beforeEach(() => {
  call.mockClear();
});

describe('the channels', () => {
  it('stand in their categories; private ones are marked; who may not manage them sees no means to', () => {
    render(list([]));
    expect(links()).toEqual(['lobby', 'fuel', 'staff']);
    expect(screen.getByRole('img', { name: 'Private channel' })).toBeVisible();
    expect(screen.queryByText('Empty')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^More for|^Create/ })).not.toBeInTheDocument();
  });

  it('fold away, but for the one where one is, and stay so', async () => {
    const { unmount } = render(list([], 'fuel'));
    await userEvent.click(screen.getByRole('button', { name: 'Work' }));
    expect(links()).toEqual(['lobby', 'fuel']);
    unmount();
    render(list([]));
    expect(links()).toEqual(['lobby']);
    expect(screen.getByRole('button', { name: 'Work' })).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(screen.getByRole('button', { name: 'Work' }));
    expect(links()).toEqual(['lobby', 'fuel', 'staff']);
  });

  it('are shown where somebody calls one, though folded away and otherwise not heard', async () => {
    const called = { unread: false, mentions: 2, muted: false };
    render(list([], null, (channelId) => (channelId === 'staff' ? called : { ...called, mentions: 0 })));
    await userEvent.click(screen.getByRole('button', { name: 'Work' }));
    expect(links()).toEqual(['lobby', expect.stringContaining('staff')]);
    await userEvent.click(screen.getByRole('button', { name: 'Work' }));
  });

  it('are made, moved and deleted by those who manage them', async () => {
    render(list(['manage-channels']));
    await userEvent.click(screen.getByRole('button', { name: 'Create a channel in Empty' }));
    expect(onCreateChannel).toHaveBeenCalledWith('empty');

    await userEvent.click(screen.getByRole('button', { name: 'More for fuel' }));
    expect(screen.queryByRole('menuitem', { name: 'Move up' })).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Move down' }));
    expect(call).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        method: 'PUT',
        path: '/api/channels/fuel/place',
        body: { categoryId: 'work', after: 'staff' },
      }),
    );
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('fuel now stands after staff.'));

    await userEvent.click(screen.getByRole('button', { name: 'More for staff' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete channel' }));
    expect(await screen.findByRole('dialog', { name: 'Delete #staff?' })).toBeVisible();
    await userEvent.type(screen.getByRole('textbox'), 'staff{Enter}');
    expect(call).toHaveBeenLastCalledWith(expect.objectContaining({ method: 'DELETE', path: '/api/channels/staff' }));
  });
});

describe('the categories', () => {
  it('are moved from their menus, which is said, and so is a refusal', async () => {
    render(list(['manage-channels']));
    await userEvent.click(screen.getByRole('button', { name: 'More for Work' }));
    expect(screen.queryByRole('menuitem', { name: 'Move up' })).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'More for Empty' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Move up' }));
    expect(call).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ method: 'PUT', path: '/api/servers/s/categories/empty/place', body: {} }),
    );
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Empty now stands first.'));

    call.mockRejectedValueOnce(new ProblemError(403, 'missing-permission', ''));
    await userEvent.click(screen.getByRole('button', { name: 'More for Work' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Move down' }));
    expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('are dragged by those alone who manage channels', async () => {
    const head = () => screen.getByRole('button', { name: 'Work' }).closest('div');
    const { rerender } = render(list([]));
    expect(head()).not.toHaveAttribute('draggable');
    rerender(list(['manage-channels']));
    await waitFor(() => expect(head()).toHaveAttribute('draggable', 'true'));
  });
});

it('the focus comes back to where a dialog was asked for', async () => {
  render(list(['manage-channels']));
  const more = screen.getByRole('button', { name: 'More for fuel' });
  more.focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit channel' }));
  expect(await screen.findByRole('dialog', { name: 'Edit #fuel' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(more).toHaveFocus());
});
