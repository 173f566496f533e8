import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { Invitation } from './invitation';

const { call, file, state } = vi.hoisted(() => ({
  file: vi.fn<(path: string) => Promise<Blob>>(),
  call: vi.fn<(request: { method?: string; path: string }) => Promise<unknown>>(),
  state: { status: 'signed-in' },
}));
vi.mock('@/session/browser-session', () => ({
  api: { call, file },
  session: { subscribe: () => () => undefined, state: () => state },
}));

const INVITE = {
  code: 'abc',
  serverId: 's',
  serverName: 'Tea club',
  description: '',
  memberCount: 3,
  expiresAt: null as string | null,
};

beforeEach(() => {
  call.mockReset().mockResolvedValue(INVITE);
  file.mockReset().mockResolvedValue(new Blob(['icon']));
});

function open(isMember: boolean | undefined) {
  const onEnter = vi.fn();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const invitation = (member: boolean | undefined) => (
    <QueryClientProvider client={client}>
      <Invitation
        code="abc"
        signedOutActions={null}
        isMemberOf={(serverId) => (serverId === 's' ? member : false)}
        onEnter={onEnter}
        onDecline={() => undefined}
      />
    </QueryClientProvider>
  );
  const { rerender } = render(invitation(isMember));
  return { onEnter, become: (member: boolean) => rerender(invitation(member)) };
}

it('leads whoever is a member already into the server, and joins nothing', async () => {
  const { onEnter } = open(true);
  await userEvent.click(await screen.findByRole('button', { name: 'Go to Tea club' }));
  expect(screen.getByRole('heading', { name: 'You are a member already' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Join/ })).not.toBeInTheDocument();
  expect(onEnter).toHaveBeenCalledExactlyOnceWith('s');
  expect(call).toHaveBeenCalledOnce();
});

it('tells what one is invited to, with its icon, and until when', async () => {
  const soon = new Date(Date.now() + 3 * 86_400_000 + 3_600_000).toISOString();
  call.mockResolvedValue({ ...INVITE, description: 'For all who brew', iconId: 'i', expiresAt: soon });
  open(false);
  expect(await screen.findByText('For all who brew')).toBeVisible();
  expect(screen.getByText('3 members')).toBeVisible();
  expect(screen.getByText(/expires/)).toHaveTextContent('expires in 3 days');
  expect(file.mock.calls.map(([path]) => path)).toEqual(['/api/invites/abc/icons/i']);
});

it('offers nothing before it is known whether one is a member', async () => {
  const { become } = open(undefined);
  expect(await screen.findByText('Tea club')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  become(false);
  expect(await screen.findByRole('button', { name: 'Join Tea club' })).toHaveFocus();
});

it('lets in whoever is none yet, and does not call them one on the way', async () => {
  const { onEnter, become } = open(false);
  const join = await screen.findByRole('button', { name: 'Join Tea club' });
  let answer: (joined: unknown) => void = () => undefined;
  call.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  await userEvent.click(join);
  become(true);
  expect(screen.getByRole('heading', { name: 'You are invited' })).toBeVisible();
  answer({ serverId: 's' });
  await vi.waitFor(() => expect(onEnter).toHaveBeenCalledExactlyOnceWith('s'));
});

it('says why whoever is in too many servers cannot join', async () => {
  const { onEnter } = open(false);
  const join = await screen.findByRole('button', { name: 'Join Tea club' });
  call.mockRejectedValueOnce(new ProblemError(409, 'too-many-servers', 'You can be in 200 servers at most.'));
  await userEvent.click(join);
  expect(await screen.findByText('You can be in 200 servers at most.')).toBeVisible();
  expect(onEnter).not.toHaveBeenCalled();
});

it('offers no second try for an invite that is over', async () => {
  call.mockRejectedValue(new ProblemError(410, 'invite-used-up', 'This invite was used as often as it may be.'));
  open(false);
  expect(await screen.findByRole('heading', { name: 'This invite is not valid' })).toBeVisible();
  expect(screen.getByText(/used as often as it may be\. Ask for a new link\./)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Go to WebChat' })).toBeVisible();
});
