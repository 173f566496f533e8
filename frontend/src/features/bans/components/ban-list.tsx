'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Entries, Entry, NoEntries } from '@/components/ui/entries';
import { FormError } from '@/components/ui/form-error';
import { LoadFailure } from '@/components/ui/load-failure';
import { SearchField } from '@/components/ui/search-field';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { Profile } from '@/contracts/profile';
import { queryKeys } from '@/contracts/query-keys';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { useCalled } from '@/profiles/called';
import { PersonAvatar } from '@/profiles/person-avatar';
import { fetchBans, type Ban } from '../api/fetch-bans';
import { liftBan } from '../api/lift-ban';

/** Who may not come back to a server, why, and the way to let them. */
export function BanList({ serverId }: { serverId: string }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const [text, setText] = useState('');
  const queryKey = queryKeys.bans(serverId);
  const { data, error, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchBans(serverId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const client = useQueryClient();
  const lifting = useCommand({
    serverId,
    run: (userId: string, key) => liftBan(serverId, userId, key),
    onDone: () => void client.invalidateQueries({ queryKey }),
  });
  const bans = data?.pages.flatMap((page) => page.bans);
  const people = new Map(data?.pages.flatMap((page) => Object.entries(page.people)));
  const shown = bans?.filter((ban) => isMeant(ban, people.get(ban.userId), text));

  return (
    <>
      <SearchField
        label={t('bans.search')}
        placeholder={t('bans.searchBy')}
        value={text}
        onChange={setText}
        count={shown && t('bans.count', { count: shown.length })}
      />
      <FormError message={formErrors(lifting.error, []).general} />
      {error && (
        <LoadFailure message={formErrors(error, []).general} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {bans === undefined && !error && <Skeleton width="100%" height={60} />}
      {bans?.length === 0 && <NoEntries>{t('bans.none')}</NoEntries>}
      {bans !== undefined && bans.length > 0 && shown?.length === 0 && (
        <NoEntries>{t(hasNextPage ? 'bans.noneFoundYet' : 'bans.noneFound')}</NoEntries>
      )}
      <Entries label={t('bans.title')}>
        {shown?.map((ban) => (
          <BanEntry
            key={ban.userId}
            ban={ban}
            busy={lifting.isPending && lifting.variables === ban.userId}
            onLift={() => lifting.mutate(ban.userId)}
          />
        ))}
      </Entries>
      {hasNextPage && (
        <Button look="plain" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common.showMore')}
        </Button>
      )}
    </>
  );
}

function BanEntry({
  ban: { userId, bannedBy, reason, at },
  busy,
  onLift,
}: {
  ban: Ban;
  busy: boolean;
  onLift(): void;
}) {
  const t = useTranslations();
  const { name } = useCalled(userId);
  const by = useCalled(bannedBy).name;
  return (
    <Entry
      sign={<PersonAvatar userId={userId} name={name} />}
      title={<b>{name}</b>}
      about={t.rich('bans.by', { name: by, time: () => <Time at={at} /> })}
      text={reason}
      actions={
        <Button look="plain" busy={busy} aria-label={t('bans.liftOf', { name })} onClick={onLift}>
          {t('bans.lift')}
        </Button>
      }
    />
  );
}

function isMeant({ reason }: Ban, profile: Profile | undefined, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase();
  return (
    [profile?.username, profile?.displayName, reason].some((words) => words?.toLocaleLowerCase().includes(wanted)) ||
    wanted === ''
  );
}
