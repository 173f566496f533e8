'use client';

import { useQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { CountBadge } from '@/components/ui/count-badge';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { Tooltip } from '@/components/ui/tooltip';
import { badgeWords, NO_BADGE, type Badge } from '@/contracts/badge';
import { serversQuery } from '../model/servers-store';
import { ServerIcon } from './server-icon';
import styles from './server-rail.module.css';

interface Props {
  activeServerId: string | null;
  /** What stands above the servers. */
  top: ReactNode;
  /** What stands below the servers: ways to more of them. */
  children: ReactNode;
  badgeOf?(serverId: string): Badge;
}

export function ServerRail({ activeServerId, top, children, badgeOf = () => NO_BADGE }: Props) {
  const t = useTranslations();
  const { data: servers, isError, refetch } = useQuery(serversQuery);
  return (
    <nav className={styles.rail} aria-label={t('servers.label')}>
      {top}
      <hr className={styles.rule} />
      <ul className={styles.list}>
        {servers?.map(({ serverId, name, iconId }) => (
          <li
            key={serverId}
            className={styles.entry}
            data-unread={badgeOf(serverId).unread || badgeOf(serverId).mentions > 0 || undefined}
          >
            <Tooltip text={name} side="right">
              <Link
                href={`/channels/${serverId}`}
                className={styles.server}
                aria-label={[name, badgeWords(badgeOf(serverId), t)].filter(Boolean).join(', ')}
                aria-current={serverId === activeServerId ? 'true' : undefined}
              >
                <ServerIcon server={{ serverId, name, iconId }} />
                {badgeOf(serverId).mentions > 0 && (
                  <CountBadge count={badgeOf(serverId).mentions} className={styles.count} />
                )}
              </Link>
            </Tooltip>
          </li>
        ))}
        {servers === undefined && (
          <li className={styles.entry}>
            {isError ? (
              <IconButton label={t('servers.notLoaded')} onClick={() => void refetch()}>
                <RotateCw size={18} aria-hidden />
              </IconButton>
            ) : (
              <Skeleton width={44} height={44} />
            )}
          </li>
        )}
      </ul>
      {servers !== undefined && servers.length > 0 && <hr className={styles.rule} />}
      {children}
    </nav>
  );
}
