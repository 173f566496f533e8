'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { LoadFailure } from '@/components/ui/load-failure';
import { Time } from '@/components/ui/time';
import { queryKeys } from '@/contracts/query-keys';
import { useCalled } from '@/profiles/called';
import { PersonAvatar } from '@/profiles/person-avatar';
import { fetchMentions, type Mention } from '../api/fetch-mentions';
import styles from './inbox.module.css';

export interface MentionsProps {
  /** Where a mention was made, in words. */
  placeOf(mention: Mention): string;
  /** What a message says, in one line. */
  textOf(mention: Mention): ReactNode;
  onOpen(mention: Mention): void;
}

/** Who called one, the latest first. */
export function Mentions({ placeOf, textOf, onOpen }: MentionsProps) {
  const t = useTranslations();
  const { data, isError, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: queryKeys.mentions,
    queryFn: ({ pageParam, signal }) => fetchMentions(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  if (data === undefined) {
    if (!isError) return <p className={styles.hint}>{t('common.loading')}</p>;
    return (
      <div className={styles.hint}>
        <LoadFailure message={t('unread.notLoaded')} busy={isFetching} onRetry={() => void refetch()} />
      </div>
    );
  }
  const mentions = data.pages.flatMap((page) => page.mentions);
  if (mentions.length === 0) {
    return <p className={styles.hint}>{t('unread.none')}</p>;
  }
  return (
    <>
      <ul className={styles.list}>
        {mentions.map((mention) => (
          <li key={mention.messageId}>
            <Entry mention={mention} place={placeOf(mention)} onOpen={() => onOpen(mention)}>
              {textOf(mention)}
            </Entry>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button look="plain" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common.showMore')}
        </Button>
      )}
    </>
  );
}

interface EntryProps {
  mention: Mention;
  place: string;
  onOpen(): void;
  children: ReactNode;
}

function Entry({ mention: { authorId, at, isUnread }, place, onOpen, children }: EntryProps) {
  const t = useTranslations();
  const { name } = useCalled(authorId);
  return (
    <button type="button" className={styles.mention} data-unread={isUnread || undefined} onClick={onOpen}>
      <PersonAvatar userId={authorId} name={name} size="small" />
      <span className={styles.about}>
        <span className={styles.head}>
          <span className={styles.name} dir="auto">
            {name}
          </span>
          <span className={styles.place}>{place}</span>
          <Time at={at} className={styles.time} />
          {isUnread && (
            <span className={styles.unread}>
              <span className="visually-hidden">{t('common.unread')}</span>
            </span>
          )}
        </span>
        <span className={styles.text} dir="auto">
          {children}
        </span>
      </span>
    </button>
  );
}
