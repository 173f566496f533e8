'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { profileOf } from '@/contracts/profile';
import { queryKeys } from '@/contracts/query-keys';
import { keepProfiles } from '@/profiles/use-profile';
import { session } from '@/session/browser-session';
import type { Account } from '../api/fetch-account';

/** A change of one's own profile: one after the other, and shown without waiting for the socket. */
export function useChangeProfile<V>(run: (input: V) => Promise<Account>) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'profile' },
    mutationFn: run,
    onSuccess: (account) => {
      client.setQueryData<Account>(queryKeys.account, (known) =>
        known !== undefined && known.revision > account.revision ? known : account,
      );
      keepProfiles(client, [profileOf(account)]);
      session.showOtherwise(profileOf(account));
    },
  });
}
