'use client';

import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { Profile } from '@/contracts/profile';
import { queryKeys } from '@/contracts/query-keys';
import { Batch } from './batch';
import { fetchProfiles } from './fetch-profiles';

const batch = new Batch<Profile>(
  async (ids) => new Map((await fetchProfiles(ids)).map((profile) => [profile.userId, profile])),
  100,
);

export const profileQuery = (userId: string) =>
  queryOptions({
    queryKey: queryKeys.profile(userId),
    queryFn: () => batch.get(userId),
    staleTime: 10 * 60_000,
    gcTime: 30 * 60_000,
  });

/** Undefined while it loads; null for nobody known. */
export function useProfile(userId: string): Profile | null | undefined {
  return useQuery(profileQuery(userId)).data;
}

/** Keeps profiles that came along with another answer. */
export function keepProfiles(queryClient: QueryClient, profiles: Iterable<Profile>): void {
  for (const profile of profiles) queryClient.setQueryData(queryKeys.profile(profile.userId), profile);
}
