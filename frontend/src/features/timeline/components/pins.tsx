'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { LoadFailure } from '@/components/ui/load-failure';
import type { Message } from '@/contracts/message';
import { useCalled } from '@/profiles/called';
import { PersonAvatar } from '@/profiles/person-avatar';
import { messageTime } from '../model/times';
import { pinsQuery } from '../model/timeline-store';
import { Excerpt } from './excerpt';
import styles from './pins-button.module.css';

/** Each leads to where it was said. */
export function Pins({ channelId, onOpen }: { channelId: string; onOpen(message: Message): void }) {
  const t = useTranslations();
  const { data: pins, isError, isFetching, refetch } = useQuery(pinsQuery(channelId));
  if (pins === undefined) {
    if (!isError) return <p className={styles.hint}>{t('common.loading')}</p>;
    return (
      <div className={styles.hint}>
        <LoadFailure message={t('timeline.pinsNotLoaded')} busy={isFetching} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (pins.length === 0) {
    return <p className={styles.hint}>{t('timeline.noPins')}</p>;
  }
  return (
    <ul className={styles.list}>
      {pins.map((message) => (
        <li key={message.messageId}>
          <PinnedMessage message={message} onOpen={() => onOpen(message)} />
        </li>
      ))}
    </ul>
  );
}

function PinnedMessage({ message, onOpen }: { message: Message; onOpen(): void }) {
  const locale = useLocale();
  const { name } = useCalled(message.authorId);
  return (
    <button type="button" className={styles.pin} onClick={onOpen}>
      <PersonAvatar userId={message.authorId} name={name} size="small" />
      <span className={styles.about}>
        <span className={styles.head}>
          <span className={styles.name} dir="auto">
            {name}
          </span>
          <time className={styles.time} dateTime={message.at}>
            {messageTime(message.at, new Date(), locale)}
          </time>
        </span>
        <span className={styles.text} dir="auto">
          <Excerpt message={message} />
        </span>
      </span>
    </button>
  );
}
