import { useLocale } from 'use-intl';
import { dayName } from '../model/times';
import styles from './day-separator.module.css';

export function DaySeparator({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <div className={styles.separator} role="separator">
      <time dateTime={at}>{dayName(at, new Date(), locale)}</time>
    </div>
  );
}
