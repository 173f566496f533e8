import { defaultScheduler, notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { queryKeys } from '@/contracts/query-keys';
import { profileOfNew } from '@/contracts/profile-testing';
import { keepProfiles, useDisplayNames, useProfile } from './use-profile';

const { fetchProfiles } = vi.hoisted(() => ({
  fetchProfiles: vi.fn<(ids: readonly string[]) => Promise<unknown[]>>(),
}));
vi.mock('./fetch-profiles', () => ({ fetchProfiles }));

const ada = profileOfNew('ada', 'Ada Lovelace');
let client: QueryClient;

function Name() {
  return <li>{useProfile('ada')?.displayName}</li>;
}

const names = (count: number) => (
  <QueryClientProvider client={client}>
    {Array.from({ length: count }, (_, index) => (
      <Name key={index} />
    ))}
  </QueryClientProvider>
);
const observers = () =>
  client
    .getQueryCache()
    .find({ queryKey: queryKeys.profile('ada') })
    ?.getObserversCount();

beforeEach(() => {
  client = new QueryClient();
  fetchProfiles.mockReset().mockResolvedValue([ada]);
});

afterEach(() => {
  vi.useRealTimers();
  notifyManager.setScheduler(defaultScheduler);
});

it('is asked for once and watched once, however often a person is shown', async () => {
  const { rerender } = render(names(3));
  await waitFor(() => expect(screen.getAllByText('Ada Lovelace')).toHaveLength(3));
  expect(fetchProfiles).toHaveBeenCalledTimes(1);
  expect(observers()).toBe(1);

  act(() => keepProfiles(client, [{ ...ada, displayName: 'Countess', revision: 1 }]));
  await waitFor(() => expect(screen.getAllByText('Countess')).toHaveLength(3));

  rerender(names(1));
  expect(screen.getAllByText('Countess')).toHaveLength(1);
  expect(observers()).toBe(1);
  rerender(names(0));
  expect(observers()).toBe(0);

  rerender(names(2));
  act(() => keepProfiles(client, [{ ...ada, displayName: 'Augusta', revision: 2 }]));
  await waitFor(() => expect(screen.getAllByText('Augusta')).toHaveLength(2));
});

it('is rendered when all that changes is', async () => {
  render(names(1));
  await screen.findByText('Ada Lovelace');
  const waiting: (() => void)[] = [];
  notifyManager.setScheduler((callback) => waiting.push(callback));
  act(() => keepProfiles(client, [{ ...ada, displayName: 'Countess', revision: 1 }]));
  expect(screen.getByText('Ada Lovelace')).toBeVisible();
  act(() => waiting.forEach((run) => run()));
  expect(screen.getByText('Countess')).toBeVisible();
});

it('is watched once beside those who are named together', async () => {
  const alan = profileOfNew('alan', 'Alan Turing');
  fetchProfiles.mockImplementation((ids) => Promise.resolve([ada, alan].filter(({ userId }) => ids.includes(userId))));
  function Names({ userIds }: { userIds: string[] }) {
    return (
      <p>
        {useDisplayNames(userIds)
          .map((name) => name ?? '?')
          .join(' and ')}
      </p>
    );
  }
  const named = (...userIds: string[]) => (
    <QueryClientProvider client={client}>
      <Name />
      <Names userIds={userIds} />
    </QueryClientProvider>
  );
  const { rerender } = render(named('alan', 'ada'));
  expect(screen.getByText('? and ?')).toBeVisible();
  expect(await screen.findByText('Alan Turing and Ada Lovelace')).toBeVisible();
  expect(observers()).toBe(1);

  act(() => keepProfiles(client, [{ ...alan, displayName: 'Prof', revision: 1 }]));
  expect(await screen.findByText('Prof and Ada Lovelace')).toBeVisible();
  rerender(named('ada'));
  expect(screen.getAllByText('Ada Lovelace')).toHaveLength(2);
  rerender(named());
  expect(observers()).toBe(1);
});

it('of nobody is null in the end', async () => {
  fetchProfiles.mockResolvedValue([]);
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const seen: unknown[] = [];
  function Seen() {
    seen.push(useProfile('ada'));
    return null;
  }
  render(
    <QueryClientProvider client={client}>
      <Seen />
    </QueryClientProvider>,
  );
  expect(seen.at(-1)).toBeUndefined();
  await vi.advanceTimersByTimeAsync(20_000);
  await waitFor(() => expect(seen.at(-1)).toBeNull());
});
