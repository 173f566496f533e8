import { Clock, Lock } from 'lucide-react';
import { remaining, type Obstacle } from '../model/obstacle';
import styles from './composer.module.css';

interface Props {
  obstacle: Obstacle;
  now: number;
  channelName: string;
}

/** Stands where one would write, and says why one may not. */
export function ObstacleNote({ obstacle, now, channelName }: Props) {
  if (obstacle.because === 'permission') {
    return (
      <p className={styles.blocked}>
        <Lock size={18} aria-hidden />
        You can read #{channelName}. Writing here needs a permission that you do not have.
      </p>
    );
  }
  return (
    <p className={styles.blocked}>
      <Clock size={18} aria-hidden />
      <span>You are timed out until {timeOf(obstacle.until, now)}. Until then you can only read.</span>
    </p>
  );
}

function timeOf(until: Date, now: number): string {
  const isSoon = until.getTime() - now < 3_600_000;
  const sameDay = until.toDateString() === new Date(now).toDateString();
  const time = new Intl.DateTimeFormat(
    undefined,
    sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  );
  return isSoon ? `${time.format(until)} (${remaining(until, now)})` : time.format(until);
}
