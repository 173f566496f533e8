import styles from './count-badge.module.css';

/** How much waits somewhere. What it counts is told in words beside it. */
export function CountBadge({ count, className = '' }: { count: number; className?: string | undefined }) {
  return (
    <span className={`${styles.badge} ${className}`} aria-hidden>
      {count > 99 ? '99+' : count}
    </span>
  );
}
