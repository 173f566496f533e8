import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import styles from './shell-skeleton.module.css';

/** The shape of the app, before it is known who looks at it. */
export function ShellSkeleton({ children }: { children?: ReactNode }) {
  return (
    <div className={styles.shell} aria-busy={children === undefined}>
      <div className={styles.rail}>
        <Skeleton width={44} height={44} />
        <Skeleton width={44} height={44} />
      </div>
      <div className={styles.sidebar}>
        <Skeleton width={140} height={18} />
        <Skeleton width={110} />
        <Skeleton width={90} />
      </div>
      <main className={styles.page}>{children}</main>
    </div>
  );
}
