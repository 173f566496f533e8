'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowDown } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { formErrors } from '@/http/field-errors';
import { useMe } from '@/session/use-session';
import { useOutbox } from '../model/browser-outbox';
import { rowsOf } from '../model/rows';
import { loadOlder, timelineQuery } from '../model/timeline-store';
import { DaySeparator } from './day-separator';
import { MessageItem } from './message-item';
import { TimelineSkeleton } from './timeline-skeleton';
import styles from './timeline.module.css';
import { useTimelineScroll } from './use-timeline-scroll';

interface Props {
  channelId: string;
  label: string;
  /** What stands above the first message of the channel. */
  beginning: ReactNode;
}

export function Timeline({ channelId, label, beginning }: Props) {
  const me = useMe()?.userId ?? '';
  const { data: timeline, error, refetch } = useQuery(timelineQuery(channelId));
  const outgoing = useOutbox();
  const older = useOlderPages(channelId);

  const rows = useMemo(() => {
    const ofChannel = outgoing.filter((message) => message.channelId === channelId);
    return rowsOf(timeline?.messages ?? [], ofChannel, me);
  }, [timeline, outgoing, channelId, me]);

  const last = rows.at(-1);
  const { viewport, content, onScroll, toBottom, unseen, away } = useTimelineScroll({
    firstKey: rows[0]?.key,
    lastKey: last?.key,
    lastIsOwn: last?.kind === 'message' && last.delivery === 'pending',
    onNearTop: timeline?.hasBefore ? older.load : nothing,
  });

  return (
    <div className={styles.frame}>
      <div
        ref={viewport}
        className={styles.viewport}
        onScroll={onScroll}
        role="log"
        aria-label={label}
        aria-busy={timeline === undefined}
        tabIndex={0}
      >
        <div ref={content} className={styles.content}>
          {timeline?.hasBefore && <TimelineSkeleton rows={3} />}
          {older.failed && (
            <div className={styles.problem}>
              <Button look="plain" onClick={older.load}>
                Older messages could not be loaded. Try again
              </Button>
            </div>
          )}
          {timeline && !timeline.hasBefore && beginning}
          {timeline === undefined && !error && <TimelineSkeleton rows={8} />}
          {timeline === undefined && error && (
            <div className={styles.problem}>
              <FormError message={formErrors(error, []).general} />
              <Button look="plain" onClick={() => void refetch()}>
                Try again
              </Button>
            </div>
          )}
          {rows.map((row) =>
            row.kind === 'day' ? <DaySeparator key={row.key} at={row.at} /> : <MessageItem key={row.key} row={row} />,
          )}
        </div>
      </div>
      {away && (
        <Button look="plain" className={styles.present} onClick={toBottom}>
          <ArrowDown size={16} aria-hidden />
          {unseen ? 'New messages' : 'Jump to present'}
        </Button>
      )}
    </div>
  );
}

function nothing(): void {}

/** One page at a time. */
function useOlderPages(channelId: string) {
  const queryClient = useQueryClient();
  const loading = useRef(false);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    if (loading.current) return;
    loading.current = true;
    loadOlder(queryClient, channelId)
      .then(
        () => setFailed(false),
        () => setFailed(true),
      )
      .finally(() => (loading.current = false));
  }, [queryClient, channelId]);
  return { load, failed };
}
