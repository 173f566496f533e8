import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { UnreachableError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { ServerRail } from './server-rail';

const fetchServers = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock('../api/fetch-servers', () => ({ fetchServers }));
vi.mock('@/session/browser-session', () => ({ api: {}, session: {} }));

it('says that the servers could not be loaded, and loads them when one asks again', async () => {
  fetchServers
    .mockRejectedValueOnce(new UnreachableError('no answer'))
    .mockResolvedValueOnce([{ serverId: 's', name: 'Tea club', iconId: null }]);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <ServerRail activeServerId={null} top={null}>
          {null}
        </ServerRail>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Your servers could not be loaded. Try again' }));
  expect(await screen.findByRole('link', { name: 'Tea club' })).toHaveAttribute('href', '/channels/s');
});
