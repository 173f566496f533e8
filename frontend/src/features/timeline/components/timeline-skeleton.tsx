import { Skeleton } from '@/components/ui/skeleton';
import styles from './timeline-skeleton.module.css';

const WIDTHS = [62, 38, 74, 51, 29, 66, 45, 57];

export function TimelineSkeleton({ rows }: { rows: number }) {
  return (
    <div className={styles.skeleton} aria-hidden>
      {WIDTHS.slice(0, rows).map((width) => (
        <div key={width} className={styles.row}>
          <Skeleton width={40} height={40} round />
          <div className={styles.lines}>
            <Skeleton width={120} />
            <Skeleton width={`${width}%`} />
          </div>
        </div>
      ))}
    </div>
  );
}
