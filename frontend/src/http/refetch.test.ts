import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { UnreachableError } from './problem';
import { refetchFailed } from './refetch';

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

it('asks again what is shown and could not be had, and nothing else', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  const lost = vi.fn().mockRejectedValueOnce(new UnreachableError('no answer')).mockResolvedValue('servers');
  const had = vi.fn().mockResolvedValue('members');
  const hidden = vi.fn().mockRejectedValue(new UnreachableError('no answer'));
  const shown = new QueryObserver(client, { queryKey: ['lost'], queryFn: lost });
  const others = new QueryObserver(client, { queryKey: ['had'], queryFn: had });
  const endings = [shown.subscribe(() => undefined), others.subscribe(() => undefined)];
  await client.prefetchQuery({ queryKey: ['hidden'], queryFn: hidden });
  await vi.waitFor(() => expect(shown.getCurrentResult().isError).toBe(true), PATIENCE);
  await vi.waitFor(() => expect(others.getCurrentResult().isSuccess).toBe(true), PATIENCE);

  await refetchFailed(client);
  expect(shown.getCurrentResult().data).toBe('servers');
  expect(had).toHaveBeenCalledTimes(1);
  expect(hidden).toHaveBeenCalledTimes(1);
  endings.forEach((end) => end());
});
