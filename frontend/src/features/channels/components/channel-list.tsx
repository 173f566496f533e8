import { Hash } from 'lucide-react';
import Link from 'next/link';
import { Skeleton } from '@/components/ui/skeleton';
import type { Channel } from '@/contracts/server';
import styles from './channel-list.module.css';

interface Props {
  serverId: string;
  /** Undefined while they load. */
  channels: readonly Channel[] | undefined;
  activeChannelId: string | null;
  onOpen(): void;
}

export function ChannelList({ serverId, channels, activeChannelId, onOpen }: Props) {
  return (
    <nav className={styles.nav} aria-label="Channels">
      <h2 className={styles.heading}>Channels</h2>
      <ul>
        {channels?.map(({ channelId, name }) => (
          <li key={channelId}>
            <Link
              href={`/channels/${serverId}/${channelId}`}
              className={styles.channel}
              aria-current={channelId === activeChannelId ? 'page' : undefined}
              onClick={onOpen}
            >
              <Hash size={18} aria-hidden />
              <span className={styles.name}>{name}</span>
            </Link>
          </li>
        ))}
        {channels === undefined && (
          <li className={styles.channel} aria-busy>
            <Skeleton width={120} />
          </li>
        )}
      </ul>
    </nav>
  );
}
