import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { profileOfNew } from '@/contracts/profile-testing';
import { render } from '@/i18n/testing';
import { MemberSettings, type MemberSearch } from './member-settings';

vi.mock('@/session/browser-session', () => ({ api: { call: () => new Promise(() => undefined) } }));

const server = {
  serverId: 's',
  ownerId: 'ada',
  name: 'Tea club',
  description: null,
  iconId: null,
  categories: [],
  channels: [],
  roles: [{ roleId: 's', name: 'everyone', color: null, permissions: [] }],
  permissions: [],
};
const members = ['ada', 'grace'].map((userId) => ({
  ...profileOfNew(userId, userId),
  nickname: null,
  roleIds: [],
  timedOutUntil: null,
}));
const settings = (search: Partial<MemberSearch> | null) => (
  <QueryClientProvider client={new QueryClient()}>
    <TooltipProvider>
      <MemberSettings
        server={server}
        members={members}
        me={members[0]}
        search={search && { searching: false, failed: false, onSearch: vi.fn(), onRetry: vi.fn(), ...search }}
      />
    </TooltipProvider>
  </QueryClientProvider>
);

it('says how many there are, and that there are more where there are', () => {
  const { rerender } = render(settings(null));
  expect(screen.getByText('2 members')).toBeVisible();
  rerender(settings({}));
  expect(screen.getByText('2+ members')).toBeVisible();
});

it('has those searched for who are not listed, and calls nobody missing before that is known', async () => {
  const onSearch = vi.fn();
  const onRetry = vi.fn();
  const { rerender } = render(settings({ onSearch }));
  await userEvent.type(screen.getByRole('searchbox'), 'zoe');
  expect(onSearch).toHaveBeenLastCalledWith('zoe');
  rerender(settings({ searching: true }));
  expect(screen.queryByText('Nobody here is called that.')).not.toBeInTheDocument();
  rerender(settings({}));
  expect(screen.getByText('Nobody here is called that.')).toBeVisible();
  rerender(settings({ failed: true, onRetry }));
  expect(screen.queryByText('Nobody here is called that.')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});
