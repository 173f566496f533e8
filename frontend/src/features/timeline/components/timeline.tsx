'use client';

import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ArrowDown } from 'lucide-react';
import { startTransition, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { onDemand } from '@/components/ui/on-demand';
import type { Message } from '@/contracts/message';
import { useFormErrors } from '@/http/use-form-errors';
import { useMe } from '@/session/use-session';
import { useOutbox } from '../model/browser-outbox';
import { rowsOf, type FirstUnread } from '../model/rows';
import { find } from '../model/timeline';
import { loadNewer, loadOlder, loadPresent, readsAt, shorten, timelineQuery } from '../model/timeline-store';
import { Arrivals } from './arrivals';
import { DaySeparator } from './day-separator';
import { MessageItem } from './message-item';
import { SentFromPast } from './sent-from-past';
import { TimelineSkeleton } from './timeline-skeleton';
import styles from './timeline.module.css';
import { UnreadDivider } from './unread-divider';
import type { Unseen } from './unread-pill';
import { useJump } from './use-jump';
import { useKeptFocus } from './use-kept-focus';
import { useShortening } from './use-shortening';
import { useTimelineScroll } from './use-timeline-scroll';
import { useUnreadLine } from './use-unread-line';
import { walk } from './walk';

const UnreadPill = onDemand(() => import('./unread-pill').then((module) => module.UnreadPill));

interface Props {
  channelId: string;
  /** The thread whose messages are shown; null for those of the channel itself. */
  threadId?: string | null;
  label: string;
  /** What stands above the first message of the channel. */
  beginning: ReactNode;
  /** The message that is being written anew. */
  editing: string | null;
  /** The message to go to; another object asks again. */
  jumpTo?: JumpTarget | null;
  /** Above which message the line stands that parts the unread ones. */
  firstUnread?: FirstUnread | null;
  /** What one has not seen of what begins there; null if that is nothing. */
  unseen?: Unseen | null;
  /** The line comes in sight, or goes out of it: the number that it stands at, null while it is not in sight. */
  onLineInSight?(number: number | null): void;
  /** One begins to write while one is at the timeline as a whole. */
  onType?(): void;
  /** Whether one is at the newest message. */
  onBottom?(atBottom: boolean): void;
}

export interface JumpTarget {
  readonly message: Message;
  /** One does not get there: the message could not be loaded, or does not exist. */
  onLost?(exists: boolean): void;
}

export function Timeline({
  channelId,
  threadId = null,
  label,
  beginning,
  editing,
  jumpTo = null,
  firstUnread = null,
  unseen = null,
  onLineInSight,
  onType,
  onBottom,
}: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const me = useMe()?.userId ?? '';
  const client = useQueryClient();
  const { data: timeline, error, refetch } = useQuery(timelineQuery(channelId, threadId));
  const outgoing = useOutbox();
  const older = usePages(channelId, threadId, loadOlder);
  const newer = usePages(channelId, threadId, loadNewer);
  const present = usePages(channelId, threadId, loadPresent);
  const isPresent = !timeline?.hasAfter;

  const sent = useMemo(
    () => outgoing.filter((message) => message.channelId === channelId && message.threadId === threadId),
    [outgoing, channelId, threadId],
  );
  const all = useMemo(
    () => rowsOf(timeline?.messages ?? [], isPresent ? sent : [], me, firstUnread),
    [timeline, isPresent, sent, me, firstUnread],
  );
  // One is in another channel as soon as what fits on the screen is there; what is above comes without holding up anything.
  const [whole, setWhole] = useState(jumpTo !== null);
  useEffect(() => startTransition(() => setWhole(true)), []);
  const rows = whole ? all : all.slice(-mostOnScreen());

  const last = rows.at(-1);
  const {
    viewport,
    content,
    onScroll,
    toBottom,
    reading,
    unseen: arrived,
    away,
  } = useTimelineScroll({
    firstKey: rows.find(({ kind }) => kind === 'message')?.key,
    lastKey: last?.key,
    lastIsOwn: last?.kind === 'message' && last.delivery === 'pending',
    isPresent,
    onNearTop: whole && timeline?.hasBefore ? older.load : nothing,
    onNearBottom: newer.load,
    onBottom: onBottom ?? nothing,
  });

  const line = useUnreadLine({
    viewport,
    content,
    timeline,
    rows,
    whole,
    firstUnread,
    onSight: onLineInSight ?? nothing,
  });

  useEffect(() => readsAt(channelId, threadId, reading), [channelId, threadId, reading]);
  const focus = useKeptFocus(viewport, rows);
  const flashing = useJump(jumpTo, content, onScroll);

  useShortening(timeline?.messages.length ?? 0, () => {
    // What is written anew must not go while one looks at something else.
    if (editing !== null) return;
    // Without an answer it stays long for a while.
    void shorten(client, channelId, threadId).catch(() => undefined);
  });

  const { load: loadPresentPage } = present;
  const toPresent = useCallback(() => {
    if (isPresent) toBottom();
    // The page that was loaded has to be on the screen first.
    else void loadPresentPage().then(() => requestAnimationFrame(toBottom));
  }, [isPresent, toBottom, loadPresentPage]);

  // Who writes from the past is shown what they wrote, which is in the present: at once below what they read, and there
  // as soon as the present can be loaded. What was written before one came here, or went into the past, moves nobody.
  const [openedAt] = useState(() => new Date().toISOString());
  const [before, setBefore] = useState({ isPresent, sent });
  if (before.isPresent !== isPresent) setBefore({ isPresent, sent });
  const written = sent.findLast(
    ({ messageId, at }) => at >= openedAt && !before.sent.some((earlier) => earlier.messageId === messageId),
  );
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const step = written ? `${written.messageId} ${written.status === 'accepted'}` : null;
    if (step !== null && step !== seen.current && !isPresent) {
      content.current?.lastElementChild?.scrollIntoView({ block: 'end' });
      toPresent();
    }
    seen.current = step;
  }, [written, isPresent, toPresent, content]);

  return (
    <div className={styles.frame}>
      {timeline && <Arrivals key={`${channelId}/${threadId}`} timeline={timeline} me={me} />}
      {timeline && firstUnread && unseen && line.place === 'above' && (
        <UnreadPill
          channelId={channelId}
          threadId={threadId}
          timeline={timeline}
          firstUnread={firstUnread}
          unseen={{
            ...unseen,
            onRead: () => {
              unseen.onRead();
              viewport.current?.focus({ preventScroll: true });
            },
          }}
        />
      )}
      <div
        ref={viewport}
        className={styles.viewport}
        onScroll={() => {
          onScroll();
          line.look();
        }}
        role="log"
        aria-live="off"
        aria-label={label}
        aria-busy={timeline === undefined}
        tabIndex={0}
        onKeyDown={(event) => walk(event, onType)}
      >
        <div ref={content} className={styles.content} {...focus}>
          {whole && timeline?.hasBefore && <TimelineSkeleton rows={3} />}
          {older.failed && (
            <div className={styles.problem}>
              <Button look="plain" onClick={() => void older.load()}>
                {t('timeline.olderNotLoaded')}
              </Button>
            </div>
          )}
          {timeline && !timeline.hasBefore && rows.length === all.length && beginning}
          {timeline === undefined && !error && <TimelineSkeleton rows={8} />}
          {timeline === undefined && error && (
            <div className={styles.problem}>
              <FormError message={formErrors(error, []).general} />
              <Button look="plain" onClick={() => void refetch()}>
                {t('common.tryAgain')}
              </Button>
            </div>
          )}
          {rows.map((row) =>
            row.kind === 'day' ? (
              <DaySeparator key={row.key} channelId={channelId} threadId={threadId} at={row.at} />
            ) : row.kind === 'unread' ? (
              <UnreadDivider key={row.key} />
            ) : (
              <MessageItem
                key={row.key}
                row={row}
                answered={row.message.replyTo === null ? undefined : find(timeline, row.message.replyTo)}
                isEditing={row.key === editing}
                isFlashing={row.key === flashing}
              />
            ),
          )}
          {!isPresent && !newer.failed && <TimelineSkeleton rows={3} />}
          {newer.failed && (
            <div className={styles.problem}>
              <Button look="plain" onClick={() => void newer.load()}>
                {t('timeline.newerNotLoaded')}
              </Button>
            </div>
          )}
          {!isPresent && sent.length > 0 && <SentFromPast messages={sent} me={me} />}
        </div>
      </div>
      {away && (
        <Button look="plain" className={styles.present} onClick={toPresent} busy={present.loading}>
          <ArrowDown size={16} aria-hidden />
          {present.failed
            ? t('timeline.presentNotLoaded')
            : arrived && isPresent
              ? t('timeline.newMessages')
              : t('timeline.toPresent')}
        </Button>
      )}
    </div>
  );
}

const SMALLEST_ROW_PIXELS = 22;

/** No more rows than this fit into the window. */
function mostOnScreen(): number {
  return typeof window === 'undefined' ? 0 : Math.ceil(window.innerHeight / SMALLEST_ROW_PIXELS);
}

function nothing(): void {}

type Load = (client: QueryClient, channelId: string, threadId: string | null) => Promise<void>;

/** One page at a time. */
function usePages(channelId: string, threadId: string | null, page: Load) {
  const queryClient = useQueryClient();
  const running = useRef(false);
  const [state, setState] = useState({ loading: false, failed: false });
  const load = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    setState((before) => ({ ...before, loading: true }));
    const failed = await page(queryClient, channelId, threadId).then(
      () => false,
      () => true,
    );
    setState({ loading: false, failed });
    running.current = false;
  }, [queryClient, channelId, threadId, page]);
  return { load, ...state };
}
