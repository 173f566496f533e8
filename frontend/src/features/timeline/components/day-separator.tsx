import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { dayName } from '../model/times';
import styles from './day-separator.module.css';
import { JumpToDate } from './jump-to-date';

interface Props {
  channelId: string;
  threadId: string | null;
  at: string;
}

/** Where another day begins, and the way to any other. */
export function DaySeparator({ channelId, threadId, at }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const day = dayName(at, new Date(), locale);
  return (
    <div className={styles.separator}>
      <JumpToDate
        channelId={channelId}
        threadId={threadId}
        trigger={
          <button type="button" className={styles.day} aria-label={t('timeline.dayOrAnother', { day })}>
            <time dateTime={at}>{day}</time>
            <ChevronDown size={14} aria-hidden />
          </button>
        }
      />
    </div>
  );
}
