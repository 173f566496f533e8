import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { profileOfNew } from '@/contracts/profile-testing';
import { ProblemError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { RoleEditor } from './role-editor';

const call = vi.hoisted(() => vi.fn<(request: { body?: unknown }) => Promise<unknown>>());
vi.mock('@/session/browser-session', () => ({ api: { call } }));

const role = (roleId: string, permissions: string[] = []) => ({ roleId, name: roleId, color: null, permissions });
const staff = role('staff', ['view-channel', 'of-a-later-version']);
const server = {
  serverId: 's',
  ownerId: 'owner',
  name: 'Tea club',
  description: null,
  iconId: null,
  categories: [],
  channels: [],
  roles: [role('mods', ['manage-roles', 'kick-members']), staff, role('s', ['view-channel'])],
  permissions: [],
};
const me = {
  ...profileOfNew('mod', 'Mod'),
  nickname: null,
  roleIds: ['mods'],
  timedOutUntil: null,
};
const onViewAs = vi.fn();
const editor = (edited = staff, as = me, of = server) => (
  <QueryClientProvider client={new QueryClient()}>
    <TooltipProvider>
      <RoleEditor server={of} role={edited} me={as} onViewAs={onViewAs} />
    </TooltipProvider>
  </QueryClientProvider>
);
const toggle = (name: string) => screen.getByLabelText(name);

beforeEach(() => {
  call.mockReset().mockResolvedValue(undefined);
});

it('saves each change at once, keeps what it does not know, and grants only what one has', async () => {
  const { rerender } = render(editor());
  expect(toggle('Ban members')).toBeDisabled();
  fireEvent.click(toggle('Kick members'));
  expect(await screen.findByText('Saved')).toBeVisible();
  rerender(editor(role('staff', [...staff.permissions, 'kick-members'])));
  fireEvent.change(screen.getByLabelText('Role name'), { target: { value: 'staff crew' } });
  fireEvent.keyDown(screen.getByLabelText('Role name'), { key: 'Enter' });
  await waitFor(() => expect(call).toHaveBeenCalledTimes(2));
  expect(call.mock.calls.map(([{ body }]) => body)).toEqual([
    { name: 'staff', permissions: ['view-channel', 'of-a-later-version', 'kick-members'] },
    { name: 'staff crew', permissions: ['view-channel', 'of-a-later-version', 'kick-members'] },
  ]);
});

it('makes a change on top of the last one, though nothing has told of that yet', async () => {
  const answers: (() => void)[] = [];
  call.mockImplementation(() => new Promise((resolve) => answers.push(() => resolve(undefined))));
  render(editor());
  fireEvent.click(toggle('Kick members'));
  fireEvent.click(toggle('Manage roles'));
  expect(toggle('Kick members')).toBeChecked();
  await waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.();
  await waitFor(() => expect(call).toHaveBeenCalledTimes(2));
  expect(call.mock.calls[1]?.[0].body).toEqual({
    name: 'staff',
    permissions: ['view-channel', 'of-a-later-version', 'kick-members', 'manage-roles'],
  });
});

it('who only looks at the name does not take back what somebody else makes of it', async () => {
  const { rerender } = render(editor());
  fireEvent.focus(screen.getByLabelText('Role name'));
  rerender(editor({ ...staff, name: 'helpers' }));
  expect(screen.getByLabelText('Role name')).toHaveValue('helpers');
  fireEvent.blur(screen.getByLabelText('Role name'));
  expect(call).not.toHaveBeenCalled();
});

it('shows the truth again, and why, when a change is refused', async () => {
  call.mockRejectedValue(new ProblemError(403, 'outranked', 'The other stands as high or higher.'));
  render(editor());
  fireEvent.click(toggle('Kick members'));
  expect(await screen.findByText('The other stands as high or higher.')).toBeVisible();
  expect(toggle('Kick members')).not.toBeChecked();
});

it('says why it stands where it stood when moving it is refused', async () => {
  call.mockRejectedValue(new ProblemError(403, 'outranked', 'It stands higher by now.'));
  const third = { ...server, roles: [server.roles[0]!, staff, role('guests'), role('s')] };
  render(editor(staff, me, third));
  fireEvent.click(screen.getByRole('button', { name: 'Move down' }));
  expect(await screen.findByText('It stands higher by now.')).toBeVisible();
});

it('leads to the server as whoever has the role sees it, for those who manage roles', () => {
  const { rerender } = render(editor());
  fireEvent.click(screen.getByRole('button', { name: 'View server as this role' }));
  expect(onViewAs).toHaveBeenCalledOnce();
  rerender(editor(staff, { ...me, roleIds: ['staff'] }));
  expect(screen.queryByRole('button', { name: 'View server as this role' })).not.toBeInTheDocument();
});

it('only shows a role that is as high as one’s own', () => {
  render(editor(server.roles[0]));
  expect(screen.getByText('You can look at this role, and not change it.')).toBeVisible();
  expect(toggle('Kick members')).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Delete role' })).not.toBeInTheDocument();
});
