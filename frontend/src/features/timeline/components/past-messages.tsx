'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { Message } from '@/contracts/message';
import { pastMessagesQuery, type Picture } from '../model/past';
import { rowsOf } from '../model/rows';
import { dayName } from '../model/times';
import separator from './day-separator.module.css';
import { PastItem } from './past-item';
import styles from './past-messages.module.css';
import { TimelineSkeleton } from './timeline-skeleton';
import { useTimelineScroll } from './use-timeline-scroll';
import { useToday } from './use-today';

interface Props {
  channelId: string;
  picture: Picture;
  label: string;
}

/** The messages of a moment, the last ones first in sight; others come when one scrolls to them. */
export function PastMessages({ channelId, picture, label }: Props) {
  const t = useTranslations();
  const { data, hasPreviousPage, hasNextPage, fetchPreviousPage, fetchNextPage, ...pages } = useInfiniteQuery(
    pastMessagesQuery(channelId, picture),
  );
  const messages = useMemo(() => data.pages.flatMap((page) => page.messages), [data]);
  const known = useMemo(
    () =>
      new Map<string, Message>([
        ...data.pages.flatMap(({ referenced }) => Object.entries(referenced)),
        ...messages.map((message) => [message.messageId, message] as const),
      ]),
    [data, messages],
  );
  const changedSince = useMemo(
    () => new Set(messages.filter(({ isOfThen }) => !isOfThen).map(({ messageId }) => messageId)),
    [messages],
  );
  const rows = useMemo(() => rowsOf(messages, [], ''), [messages]);

  // They stay the same: a new one would be called at once, also right after a failure.
  const older = useCallback(() => void fetchPreviousPage({ cancelRefetch: false }), [fetchPreviousPage]);
  const newer = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const [oldest] = data.pages;
  useEffect(() => {
    // Where nothing of a page is left to be seen, nothing is there to be scrolled either.
    if (hasPreviousPage && oldest?.messages.every(({ isDeleted }) => isDeleted)) older();
  }, [oldest, hasPreviousPage, older]);

  const { viewport, content, onScroll } = useTimelineScroll({
    firstKey: rows.find(({ kind }) => kind === 'message')?.key,
    lastKey: rows.at(-1)?.key,
    lastIsOwn: false,
    isPresent: !hasNextPage,
    onNearTop: hasPreviousPage ? older : nothing,
    onNearBottom: newer,
    onBottom: nothing,
  });

  return (
    <section ref={viewport} className={styles.viewport} onScroll={onScroll} aria-label={label} tabIndex={0}>
      <div ref={content} className={styles.content}>
        {hasPreviousPage && !pages.isFetchPreviousPageError && <TimelineSkeleton rows={3} />}
        {pages.isFetchPreviousPageError && (
          <div className={styles.problem}>
            <Button look="plain" onClick={older}>
              {t('timeline.olderNotLoaded')}
            </Button>
          </div>
        )}
        {rows.length === 0 && !hasPreviousPage && (
          <p className={styles.nothing}>{t(messages.length === 0 ? 'past.nothing' : 'past.allDeleted')}</p>
        )}
        {rows.map((row) =>
          row.kind === 'day' ? (
            <Day key={row.key} at={row.at} />
          ) : (
            row.kind === 'message' && (
              <PastItem
                key={row.key}
                row={row}
                answered={row.message.replyTo === null ? undefined : known.get(row.message.replyTo)}
                isChangedSince={changedSince.has(row.key)}
              />
            )
          ),
        )}
        {hasNextPage && !pages.isFetchNextPageError && <TimelineSkeleton rows={3} />}
        {pages.isFetchNextPageError && (
          <div className={styles.problem}>
            <Button look="plain" onClick={newer}>
              {t('timeline.newerNotLoaded')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function Day({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <div className={separator.separator}>
      <time dateTime={at}>{dayName(at, useToday(), locale)}</time>
    </div>
  );
}

function nothing(): void {}
