import { Compass, Hash, Inbox, Link2, MessageCircle, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { TimelineSkeleton } from '@/features/timeline/components/timeline-skeleton';
import direct from './direct-link.module.css';
import actions from './rail-actions.module.css';
import styles from './shell-skeleton.module.css';

interface Props {
  /** Whether a channel is about to be shown. */
  channel?: boolean;
  /** What is to be said in place of the page. */
  children?: ReactNode;
}

/** The app before it is known who looks at it: what is the same for everybody stands where it will stay. */
export function ShellSkeleton({ channel = false, children }: Props) {
  return (
    <div className={styles.shell} aria-busy={children === undefined}>
      <div className={styles.rail} aria-hidden>
        <span className={direct.link}>
          <MessageCircle size={22} />
        </span>
        <span className={styles.tool}>
          <Inbox size={20} />
        </span>
        <span className={styles.tool}>
          <Compass size={20} />
        </span>
        <hr className={styles.rule} />
        <Skeleton width={44} height={44} />
        <span className={`${styles.tool} ${actions.action}`}>
          <Plus size={20} />
        </span>
        <span className={`${styles.tool} ${actions.action}`}>
          <Link2 size={20} />
        </span>
      </div>
      <div className={styles.sidebar} aria-hidden>
        <div className={styles.bar}>
          <Skeleton width={120} height={16} />
        </div>
        <div className={styles.channels}>
          {[120, 88, 104].map((width) => (
            <Skeleton key={width} width={width} />
          ))}
        </div>
        <div className={styles.me}>
          <Skeleton width={32} height={32} round />
          <Skeleton width={96} />
        </div>
      </div>
      <main className={styles.page}>
        {children}
        {channel && children === undefined && (
          <>
            <div className={styles.bar} aria-hidden>
              <Hash size={20} className={styles.hash} />
              <Skeleton width={110} height={16} />
            </div>
            <div className={styles.timeline}>
              <TimelineSkeleton rows={8} />
            </div>
            <div className={styles.composer} aria-hidden />
          </>
        )}
      </main>
    </div>
  );
}
