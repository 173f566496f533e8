import { useFormatter, useTranslations } from 'use-intl';
import styles from './count-badge.module.css';

/** How much waits somewhere. What it counts is told in words beside it. */
export function CountBadge({ count, className = '' }: { count: number; className?: string | undefined }) {
  const t = useTranslations();
  const format = useFormatter();
  return (
    <span className={`${styles.badge} ${className}`} aria-hidden>
      {count > 99 ? t('common.countOver', { count: 99 }) : format.number(count)}
    </span>
  );
}
