import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { profileOf } from '@/contracts/profile';
import { profileOfNew } from '@/contracts/profile-testing';
import { render } from '@/i18n/testing';
import { keepProfiles } from '@/profiles/use-profile';
import { MemberCard } from './member-card';

const call = vi.hoisted(() => vi.fn(() => Promise.resolve(undefined)));
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const role = (roleId: string, permissions: string[] = []) => ({ roleId, name: roleId, color: '#3b82f6', permissions });
const server = {
  serverId: 's',
  ownerId: 'ada',
  name: 'Tea club',
  description: null,
  iconId: null,
  categories: [],
  channels: [],
  roles: [role('mods', ['kick-members']), role('staff'), role('s')],
  permissions: [],
};
const member = (userId: string, ...roleIds: string[]) => ({
  ...profileOfNew(userId, `${userId} the First`),
  nickname: null as string | null,
  roleIds,
  timedOutUntil: null as string | null,
});
const onAct = vi.fn();
const card = (me: ReturnType<typeof member>, other: ReturnType<typeof member>) => {
  const client = new QueryClient();
  keepProfiles(client, [profileOf(other)]);
  return (
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemberCard server={server} member={other} me={me} onAct={onAct} />
      </TooltipProvider>
    </QueryClientProvider>
  );
};
const actions = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

it('says who somebody is here and offers only what one may do', async () => {
  const grace = {
    ...member('grace', 'staff'),
    statusText: 'at tea',
    nickname: 'Gigi',
    timedOutUntil: '2999-01-01T12:00:00Z',
  };
  const { rerender } = render(card(member('mod', 'mods'), grace));
  expect(screen.getByRole('heading', { name: 'Gigi' })).toBeVisible();
  expect(screen.getByText('grace the First · @grace')).toBeVisible();
  expect(screen.getByText('at tea')).toBeVisible();
  expect(screen.getByText(/Timed out until .*2999/)).toBeVisible();
  expect(screen.getByText('staff')).toBeVisible();
  expect(actions()).toEqual(['Kick']);
  await userEvent.click(screen.getByRole('button', { name: 'Kick' }));
  expect(onAct).toHaveBeenCalledExactlyOnceWith('kick');

  rerender(card(member('ada'), grace));
  expect(actions()).toEqual(['', 'Add role', 'Change nickname', 'End time-out', 'Make owner', 'Kick', 'Ban']);
  await userEvent.click(screen.getByRole('button', { name: 'Take the role staff' }));
  expect(call).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ method: 'DELETE', path: '/api/servers/s/members/grace/roles/staff' }),
  );
});

it('names the owner, over whom nobody has power', () => {
  render(card(member('mod', 'mods'), member('ada')));
  expect(screen.getByText('Owner of this server')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
