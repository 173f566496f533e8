'use client';

import { useQuery } from '@tanstack/react-query';
import { History, SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import { serviceClock } from '@/http/service-clock';
import { useFormErrors } from '@/http/use-form-errors';
import { spanOf, type Moment } from '../model/moments';
import { isNotThere, pictureQuery, type Picture } from '../model/past';
import { absoluteTime, clockTime } from '../model/times';
import styles from './past-dialog.module.css';
import { PastMessages } from './past-messages';
import { PastMoment } from './past-moment';
import { TimelineSkeleton } from './timeline-skeleton';

/** How long one lingers at a moment before it is asked for. */
const REST_MILLIS = 200;

interface Props {
  channelId: string;
  /** What it is called now. */
  name: string;
  isConversation: boolean;
  onClose(): void;
}

/** A channel as it was at a moment that one chooses. There is nothing to do there but to read. */
export function PastDialog({ channelId, name, isConversation, onClose }: Props) {
  const t = useTranslations();
  const [now, setNow] = useState(() => serviceClock.now());
  const [moment, setMoment] = useState<Moment>(null);
  const asked = useAtRest(moment, REST_MILLIS);
  const { data: picture, error, isPlaceholderData, isFetching, refetch } = useQuery(pictureQuery(channelId, asked));
  // Until the first picture is there, there is no moment to choose but the present; of one that cannot be had there is none.
  const [createdAt, setCreatedAt] = useState<string | null>(null);
  if (picture && picture.channel.createdAt !== createdAt) setCreatedAt(picture.channel.createdAt);
  const span = spanOf(createdAt === null ? now : Date.parse(createdAt), now);

  function choose(chosen: Moment) {
    // The present has moved on.
    if (chosen === null) setNow(serviceClock.now());
    setMoment(chosen);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      look="viewer"
      title={t('past.title', { name: isConversation ? name : `#${name}` })}
      description={t('past.text')}
    >
      <div className={styles.past}>
        <PastMoment moment={moment} span={span} onChoose={choose} />
        <AsOf picture={picture} onLeave={onClose} />
        {picture ? (
          <Seen
            channelId={channelId}
            picture={picture}
            nameNow={name}
            isConversation={isConversation}
            isStale={moment !== asked || isPlaceholderData}
          />
        ) : error && !isFetching ? (
          <NotSeen error={error} onRetry={() => void refetch()} />
        ) : (
          <div className={styles.frame} aria-busy>
            <TimelineSkeleton rows={8} />
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** Says what is shown, also to who does not see it; what was shown before is said until then. */
function AsOf({ picture, onLeave }: { picture: Picture | undefined; onLeave(): void }) {
  const t = useTranslations();
  const locale = useLocale();
  const at = new Date(picture?.at ?? 0).toISOString();
  return (
    <div className={styles.banner}>
      <History size={18} aria-hidden />
      <p role="status" className={styles.asOf}>
        {picture &&
          (picture.isPresent
            ? t('past.asNow', { time: clockTime(at, locale) })
            : t('past.asOf', { time: absoluteTime(at, locale) }))}
      </p>
      <Button look="plain" onClick={onLeave}>
        {t('past.leave')}
      </Button>
    </div>
  );
}

interface SeenProps {
  channelId: string;
  picture: Picture;
  nameNow: string;
  isConversation: boolean;
  /** Whether another moment is being asked for. */
  isStale: boolean;
}

function Seen({ channelId, picture, nameNow, isConversation, isStale }: SeenProps) {
  const t = useTranslations();
  const { channel, members, hasMoreMembers, pins } = picture;
  const name = channel.name || nameNow;
  return (
    <div className={styles.frame} aria-busy={isStale} data-stale={isStale || undefined}>
      <header className={styles.head}>
        <h3 className={styles.name} dir="auto">
          {isConversation ? name : `#${name}`}
        </h3>
        {channel.topic && (
          <p className={styles.topic} dir="auto" title={channel.topic}>
            {channel.topic}
          </p>
        )}
        <p className={styles.counts}>
          <span>
            {hasMoreMembers ? t('past.manyMembers', { count: members }) : t('common.members', { count: members })}
          </span>
          <span>{t('past.pins', { count: pins })}</span>
        </p>
      </header>
      <PastMessages
        key={picture.at}
        channelId={channelId}
        picture={picture}
        label={t('conversation.messagesIn', { name })}
      />
    </div>
  );
}

function NotSeen({ error, onRetry }: { error: Error; onRetry(): void }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  if (isNotThere(error)) {
    return (
      <div className={styles.frame}>
        <div className={styles.nothing}>
          <SearchX size={28} aria-hidden />
          <p role="status">{t('past.notThere')}</p>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.frame}>
      <div className={styles.problem}>
        <FormError message={formErrors(error, []).general} />
        <Button look="plain" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      </div>
    </div>
  );
}

/** What was chosen, once it has stayed so for a while. */
function useAtRest(moment: Moment, millis: number): Moment {
  const [rested, setRested] = useState(moment);
  useEffect(() => {
    const timer = setTimeout(() => setRested(moment), millis);
    return () => clearTimeout(timer);
  }, [moment, millis]);
  return rested;
}
