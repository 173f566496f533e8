import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import type { Server } from '@/contracts/server';
import { render } from '@/i18n/testing';
import { ServerOverview } from './server-overview';

const call = vi.hoisted(() => vi.fn<(request: { body?: unknown }) => Promise<unknown>>());
vi.mock('@/session/browser-session', () => ({ api: { call }, session: {} }));

const server: Server = {
  serverId: 's',
  name: 'Tea club',
  ownerId: 'owner',
  description: null,
  iconId: null,
  categories: [],
  channels: [],
  roles: [],
  permissions: ['manage-server'],
};
const overview = (shown: Partial<Server> = {}) => (
  <QueryClientProvider client={new QueryClient()}>
    <TooltipProvider>
      <ServerOverview server={{ ...server, ...shown }} isOwner={false} onDeleted={() => undefined} />
    </TooltipProvider>
  </QueryClientProvider>
);
const field = (name: string) => screen.getByLabelText(name);

it('who only looks at a field does not take back what somebody else writes there', async () => {
  call.mockReset().mockResolvedValue(undefined);
  const { rerender } = render(overview());
  fireEvent.focus(field('Server name'));
  rerender(overview({ name: 'Coffee club', description: 'Beans' }));
  expect(field('Server name')).toHaveValue('Coffee club');
  fireEvent.blur(field('Server name'));
  fireEvent.focus(field('Description'));
  expect(field('Description')).toHaveValue('Beans');
  fireEvent.blur(field('Description'));
  expect(call).not.toHaveBeenCalled();

  fireEvent.change(field('Server name'), { target: { value: 'Coffee club II' } });
  fireEvent.keyDown(field('Server name'), { key: 'Enter' });
  await waitFor(() => expect(call).toHaveBeenCalledOnce());
  expect(call.mock.calls[0]?.[0].body).toEqual({ name: 'Coffee club II' });
});
