import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { queryKeys } from '@/contracts/query-keys';
import { render } from '@/i18n/testing';
import { useCommand } from './use-command';

const fetchServer = vi.fn<() => Promise<string>>();
const onShown = vi.fn();
const client = new QueryClient();

function Page() {
  const { data } = useQuery({ queryKey: queryKeys.server('s'), queryFn: fetchServer, staleTime: Infinity });
  const creation = useCommand({
    serverId: 's',
    run: (name: string) => Promise.resolve(`id of ${name}`),
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
  await waitFor(() => expect(onShown).toHaveBeenCalledExactlyOnceWith('id of fuel', 'new server'));
});
