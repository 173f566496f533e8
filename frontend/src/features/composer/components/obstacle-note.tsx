import { Clock, Eye, Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import type { Translate } from '@/i18n/translate';
import { remaining, type Obstacle } from '../model/obstacle';
import styles from './composer.module.css';

interface Props {
  obstacle: Obstacle;
  now: number;
  channelName: string;
}

/** Stands where one would write, and says why one may not. */
export function ObstacleNote({ obstacle, now, channelName }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  if (obstacle.because === 'permission') {
    return (
      <p className={styles.blocked}>
        <Lock size={18} aria-hidden />
        {t('composer.mayOnlyRead', { channel: channelName })}
      </p>
    );
  }
  if (obstacle.because === 'looking') {
    return (
      <p className={styles.blocked}>
        <Eye size={18} aria-hidden />
        {t('composer.onlyLooking', { channel: channelName })}
      </p>
    );
  }
  return (
    <p className={styles.blocked}>
      <Clock size={18} aria-hidden />
      <span>{t('composer.timedOut', { time: timeOf(obstacle.until, now, t, locale) })}</span>
    </p>
  );
}

function timeOf(until: Date, now: number, t: Translate, locale: string): string {
  const isSoon = until.getTime() - now < 3_600_000;
  const sameDay = until.toDateString() === new Date(now).toDateString();
  const time = new Intl.DateTimeFormat(
    locale,
    sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  );
  return isSoon
    ? t('composer.timeWithRest', { time: time.format(until), rest: remaining(until, now) })
    : time.format(until);
}
