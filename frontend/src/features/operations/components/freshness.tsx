'use client';

import { CircleAlert, CirclePause, Radio } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { spanWords } from '../model/span-words';
import { useProblemWords } from '../model/use-problem-words';
import { STALE_MILLIS } from '../model/views-query';
import styles from './operations-dashboard.module.css';
import { useNow } from './use-now';

interface Props {
  /** When the figures came; 0 if none have. */
  at: number;
  error: unknown;
  running: boolean;
  /** Since when figures are waited for; 0 from the beginning. */
  since: number;
}

/** Of when what is shown is, and why it is not of now. */
export function Freshness({ at, error, running, since }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const problemWords = useProblemWords();
  const now = useNow();
  const time = new Date(at).toLocaleTimeString(locale, { timeStyle: 'medium' });
  const reason = problemWords(error);
  const news = said();
  return (
    <div className={styles.freshness}>
      {/* What changes by the second is not read out; that it does not change any more is. */}
      <p className={styles.asOf}>
        {news === null && <Radio size={16} aria-hidden className={styles.live} />}
        {news === null && (at === 0 ? t('operations.waiting') : t('operations.asOf', { time }))}
      </p>
      <div role="status">{news}</div>
    </div>
  );

  function said(): ReactNode {
    if (reason !== null) {
      return (
        <Notice bad icon={<CircleAlert size={16} aria-hidden />}>
          {at === 0 ? t('operations.noFigures', { reason }) : t('operations.lostFigures', { time, reason })}
        </Notice>
      );
    }
    if (!running && at > 0) {
      return <Notice icon={<CirclePause size={16} aria-hidden />}>{t('operations.paused', { time })}</Notice>;
    }
    // After a pause those of before are old, which is no sign of anything: new ones are on their way.
    if (at > 0 && now - Math.max(at, since) > STALE_MILLIS) {
      return (
        <Notice bad icon={<CircleAlert size={16} aria-hidden />}>
          {t('operations.stale', { age: spanWords(Math.floor((now - at) / 10_000) * 10, locale), time })}
        </Notice>
      );
    }
    return null;
  }
}

function Notice({ bad = false, icon, children }: { bad?: boolean; icon: ReactNode; children: ReactNode }) {
  return (
    <p className={styles.notice} data-bad={bad || undefined}>
      {icon}
      {children}
    </p>
  );
}
