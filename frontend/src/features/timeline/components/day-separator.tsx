import { dayName } from '../model/times';
import styles from './day-separator.module.css';

export function DaySeparator({ at }: { at: string }) {
  return (
    <div className={styles.separator} role="separator">
      <time dateTime={at}>{dayName(at, new Date())}</time>
    </div>
  );
}
