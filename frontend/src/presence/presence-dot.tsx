import type { PresenceStatus } from '@/realtime/protocol';
import styles from './presence-dot.module.css';

interface Props {
  status: PresenceStatus;
  size?: 'small' | 'large';
  className?: string | undefined;
}

/** How somebody is seen, by shape and colour: a disc, a crescent, a bar, a ring. Words stand beside it. */
export function PresenceDot({ status, size = 'small', className = '' }: Props) {
  return (
    <svg viewBox="0 0 10 10" className={`${styles.dot} ${styles[size]} ${className}`} data-status={status} aria-hidden>
      {status === 'online' && <circle cx="5" cy="5" r="5" />}
      {status === 'idle' && <path d="M3.6 0.2A5 5 0 1 0 9.8 6.4 4.3 4.3 0 0 1 3.6 0.2Z" />}
      {status === 'do-not-disturb' && <path d="M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0ZM2.2 4v2h5.6V4Z" fillRule="evenodd" />}
      {status === 'offline' && (
        <path d="M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0ZM5 2.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2Z" />
      )}
    </svg>
  );
}
