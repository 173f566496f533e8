import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { queryKeys } from '@/contracts/query-keys';
import { render } from '@/i18n/testing';
import { ProblemError } from './problem';
import { useCommand } from './use-command';

const PATIENCE = { timeout: 20_000 };

const run = vi.fn((name: string, key: string) => Promise.resolve(`id of ${name} by ${key}`));
const fetchServer = vi.fn<() => Promise<string>>();
const onShown = vi.fn();
const client = new QueryClient();
vi.mock('uuid', () => ({ v7: () => 'key' }));

beforeEach(() => {
  client.clear();
  onShown.mockReset();
  fetchServer.mockReset();
  run.mockClear();
});

function Page() {
  const { data } = useQuery({ queryKey: queryKeys.server('s'), queryFn: fetchServer, staleTime: Infinity });
  const creation = useCommand({
    serverId: 's',
    run,
    onShown: (id) => onShown(id, client.getQueryData(queryKeys.server('s'))),
  });
  return (
    <button disabled={creation.isPending} onClick={() => creation.mutate('fuel')}>
      Create in {data}
    </button>
  );
}

it('what one goes to when it is done is there by then', async () => {
  let answer: (server: string) => void = () => undefined;
  fetchServer.mockResolvedValueOnce('old server').mockImplementationOnce(() => new Promise((done) => (answer = done)));
  render(
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>,
  );
  await userEvent.click(await screen.findByText('Create in old server'));
  await waitFor(() => expect(fetchServer).toHaveBeenCalledTimes(2));
  expect(onShown).not.toHaveBeenCalled();
  expect(screen.getByRole('button')).toBeDisabled();
  answer('new server');
  await waitFor(() => expect(onShown).toHaveBeenCalledExactlyOnceWith('id of fuel by key', 'new server'));
});

it('what a service cannot take now is given once more under its key, and a refusal is none of that', async () => {
  fetchServer.mockResolvedValue('server');
  run.mockRejectedValueOnce(new ProblemError(503, 'replica-behind', ''));
  render(
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>,
  );
  await userEvent.click(await screen.findByText('Create in server'));
  await waitFor(() => expect(onShown).toHaveBeenCalledTimes(1), PATIENCE);
  expect(run.mock.calls.map(([name, key]) => [name, key])).toEqual([
    ['fuel', 'key'],
    ['fuel', 'key'],
  ]);
  run.mockClear();
  run.mockRejectedValueOnce(new ProblemError(403, 'missing-permission', ''));
  await userEvent.click(screen.getByText('Create in server'));
  await waitFor(() => expect(screen.getByRole('button')).toBeEnabled());
  expect(run).toHaveBeenCalledTimes(1);
});
