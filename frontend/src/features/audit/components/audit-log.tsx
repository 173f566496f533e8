'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Entries, Entry, NoEntries } from '@/components/ui/entries';
import { LoadFailure } from '@/components/ui/load-failure';
import { PersonSelect } from '@/components/ui/person-select';
import { Skeleton } from '@/components/ui/skeleton';
import { SelectField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import { nameOf, type Member } from '@/contracts/member';
import { queryKeys } from '@/contracts/query-keys';
import type { Server } from '@/contracts/server';
import { useFormErrors } from '@/http/use-form-errors';
import { PersonAvatar } from '@/profiles/person-avatar';
import { fetchAuditLog, type AuditFilter } from '../api/fetch-audit-log';
import { AUDIT_TYPES, auditWords, kindOf, namesIn, namesToldBy } from '../model/audit-words';
import styles from './audit-log.module.css';

interface Props {
  server: Server;
  members: readonly Member[] | undefined;
  /** Where there are more members than those: looks for some by name. */
  onSearch?: ((text: string) => void) | undefined;
}

const EVERYTHING: AuditFilter = { actor: null, type: null };

/** Who changed what in a server, when, and why. */
export function AuditLog({ server, members = [], onSearch }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const formErrors = useFormErrors();
  const [filter, setFilter] = useState(EVERYTHING);
  const { data, error, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: queryKeys.auditLog(server.serverId, filter),
    queryFn: ({ pageParam, signal }) => fetchAuditLog(server.serverId, filter, pageParam, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const entries = data?.pages.flatMap((page) => page.entries);
  const called = new Map([
    ...(data?.pages ?? []).flatMap(({ people }) =>
      Object.values(people).map(({ userId, displayName }) => [userId, displayName] as const),
    ),
    ...members.map((member) => [member.userId, nameOf(member)] as const),
  ]);
  const person = (userId: string) => called.get(userId) ?? t('audit.somebodyGone');
  const names = namesIn(server, person, namesToldBy(entries ?? []), t, locale);
  const isFiltered = filter.actor !== null || filter.type !== null;

  return (
    <>
      <div className={styles.filters}>
        <PersonSelect
          label={t('audit.by')}
          searchLabel={t('members.search')}
          people={members.map((member) => ({ ...member, name: nameOf(member) }))}
          value={filter.actor ?? ''}
          onChoose={(userId) => setFilter({ ...filter, actor: userId || null })}
          onSearch={onSearch}
        >
          <option value="">{t('audit.anybody')}</option>
        </PersonSelect>
        <SelectField
          label={t('audit.what')}
          value={filter.type ?? ''}
          onChange={({ target }) => setFilter({ ...filter, type: target.value || null })}
        >
          <option value="">{t('audit.everything')}</option>
          {AUDIT_TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`auditKinds.${kindOf(type)}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {error && (
        <LoadFailure message={formErrors(error, []).general} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {entries === undefined && !error && <Skeleton width="100%" height={60} />}
      {entries?.length === 0 && <NoEntries>{isFiltered ? t('audit.nothingLike') : t('audit.nothing')}</NoEntries>}
      <Entries label={t('audit.list')}>
        {entries?.map((entry) => (
          <Entry
            key={entry.number}
            sign={<PersonAvatar userId={entry.actorId} name={person(entry.actorId)} />}
            title={auditWords(entry, names, t, (words) => (
              <b>{words}</b>
            ))}
            about={<Time at={entry.at} />}
            text={entry.reason && <q className={styles.reason}>{entry.reason}</q>}
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
