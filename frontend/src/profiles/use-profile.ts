'use client';

import { notifyManager, QueryObserver, queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { later, type Profile } from '@/contracts/profile';
import { queryKeys } from '@/contracts/query-keys';
import { refetch } from '@/http/refetch';
import { Batch } from './batch';
import { fetchProfiles } from './fetch-profiles';

const batch = new Batch<Profile>(
  async (ids) => new Map((await fetchProfiles(ids)).map((profile) => [profile.userId, profile])),
  100,
);

class UnknownPersonError extends Error {}

/** Who has just signed up may be heard of before their profile can be read, so a missing one is asked for again. */
export const profileQuery = (userId: string) =>
  queryOptions({
    queryKey: queryKeys.profile(userId),
    queryFn: async ({ client }): Promise<Profile> => {
      const profile = await batch.get(userId);
      if (profile === null) throw new UnknownPersonError(userId);
      return later(client.getQueryData<Profile>(queryKeys.profile(userId)), profile);
    },
    retry: 4,
    retryDelay: (attempt) => 500 * 2 ** attempt,
    staleTime: 10 * 60_000,
    gcTime: 30 * 60_000,
  });

/** One observer for each person, however many of their messages are on the screen. */
const watched = new WeakMap<QueryClient, Map<string, Watched>>();

interface Watched {
  readonly observer: ReturnType<typeof observerOf>;
  listeners: number;
}

function observerOf(client: QueryClient, userId: string) {
  return new QueryObserver(client, profileQuery(userId));
}

/** Undefined while it loads; null for nobody known. */
export function useProfile(userId: string): Profile | null | undefined {
  const client = useQueryClient();
  const subscribe = useCallback((changed: () => void) => watch(client, userId, changed), [client, userId]);
  const current = () => profileNow(client, userId);
  return useSyncExternalStore(subscribe, current, current);
}

/** The names that several people have themselves, in their order; null while one loads, and for nobody known. */
export function useDisplayNames(userIds: readonly string[]): readonly (string | null)[] {
  const client = useQueryClient();
  const everybody = userIds.join();
  const subscribe = useCallback(
    (changed: () => void) => {
      const ends = everybody.split(',').map((userId) => userId && watch(client, userId, changed));
      return () => ends.forEach((end) => end && end());
    },
    [client, everybody],
  );
  // As a text it is the same for as long as nothing changes.
  const current = () => JSON.stringify(userIds.map((userId) => profileNow(client, userId)?.displayName ?? null));
  return JSON.parse(useSyncExternalStore(subscribe, current, current)) as (string | null)[];
}

function profileNow(client: QueryClient, userId: string): Profile | null | undefined {
  const observer = watched.get(client)?.get(userId)?.observer;
  if (observer === undefined) return client.getQueryData<Profile>(queryKeys.profile(userId));
  const { data, isError } = observer.getCurrentResult();
  return data ?? (isError ? null : undefined);
}

function watch(client: QueryClient, userId: string, changed: () => void): () => void {
  const people = watched.get(client) ?? new Map<string, Watched>();
  watched.set(client, people);
  const person = people.get(userId) ?? { observer: observerOf(client, userId), listeners: 0 };
  people.set(userId, person);
  person.listeners += 1;
  const unsubscribe = person.observer.subscribe(notifyManager.batchCalls(changed));
  return () => {
    unsubscribe();
    person.listeners -= 1;
    if (person.listeners === 0) people.delete(userId);
  };
}

/** Keeps profiles that came along with another answer, or by the socket; never an earlier one over a later one. */
export function keepProfiles(queryClient: QueryClient, profiles: Iterable<Profile>): void {
  for (const profile of profiles) {
    queryClient.setQueryData<Profile>(queryKeys.profile(profile.userId), (known) => later(known, profile));
  }
}

/** Delivery starts anew: what changed before may not have been told. */
export function onRestart(queryClient: QueryClient): void {
  void refetch(queryClient, queryKeys.profiles);
}
