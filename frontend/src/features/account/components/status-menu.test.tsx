import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { beforeEach, expect, it } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { render } from '@/i18n/testing';
import { ownPresence } from '@/presence/browser-presence';
import { StatusMenu } from './status-menu';

async function open(looking: boolean) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <StatusMenu userId="ada" name="Ada" looking={looking} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: /^Your status/ }));
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Invisible' }));
}

beforeEach(() => ownPresence.forget());

it('chooses how one is seen', async () => {
  await open(false);
  expect(ownPresence.chosen()).toBe('invisible');
  expect(screen.getByText(/^Holds on all your devices/)).toBeVisible();
});

it('chooses nothing while one looks at a server as somebody else, and says why', async () => {
  await open(true);
  expect(ownPresence.chosen()).toBe('automatic');
  expect(screen.getByText('Stays as it is while you view the server as a role.')).toBeVisible();
});
