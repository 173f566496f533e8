import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { profileOfNew } from '@/contracts/profile-testing';
import type { ApiRequest } from '@/http/api';
import { render } from '@/i18n/testing';
import type { Removal } from '../api/ban-member';
import { MemberDialog } from './member-dialog';

const call = vi.hoisted(() => vi.fn<(request: ApiRequest<Removal>) => Promise<Removal>>());
vi.mock('@/session/browser-session', () => ({ api: { call } }));

/** It pauses between two requests. */
const PATIENCE = { timeout: 5_000 };

const server = {
  serverId: 's',
  ownerId: 'ada',
  name: 'Tea club',
  description: null,
  iconId: null,
  categories: [],
  channels: [],
  roles: [],
  permissions: [],
};
const grace = { ...profileOfNew('grace', 'Grace'), nickname: null, roleIds: [], timedOutUntil: null };

it('a ban says that messages are left, and goes on with them as the same command', async () => {
  call
    .mockResolvedValueOnce({ removedMessages: 1_000, complete: false })
    .mockResolvedValueOnce({ removedMessages: 0, complete: false })
    .mockResolvedValueOnce({ removedMessages: 3, complete: true });
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <MemberDialog action="ban" server={server} member={grace} onClose={onClose} />
      </TooltipProvider>
    </QueryClientProvider>,
  );

  await userEvent.selectOptions(screen.getByLabelText('Delete their messages'), 'Of the last day');
  await userEvent.click(screen.getByRole('button', { name: 'Ban' }));
  expect(await screen.findByText(/some of their messages could not be deleted yet/, {}, PATIENCE)).toBeVisible();
  expect(call).toHaveBeenCalledTimes(2);
  expect(onClose).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: 'Delete the rest' }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const requests = call.mock.calls.map(([request]) => request);
  expect(requests).toHaveLength(3);
  expect(new Set(requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(requests[2]?.body).toEqual({ removeMessagesOfSeconds: 86_400 });
});
