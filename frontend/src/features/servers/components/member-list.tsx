'use client';

import { useQuery } from '@tanstack/react-query';
import { Crown } from 'lucide-react';
import { useMemo } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Skeleton } from '@/components/ui/skeleton';
import { Tooltip } from '@/components/ui/tooltip';
import { byName } from '../model/member-fold';
import { membersQuery, serverQuery } from '../model/servers-store';
import styles from './member-list.module.css';

export function MemberList({ serverId }: { serverId: string }) {
  const { data: members, isError } = useQuery(membersQuery(serverId));
  const ownerId = useQuery(serverQuery(serverId)).data?.ownerId;
  const sorted = useMemo(() => byName(members ?? []), [members]);

  return (
    <aside className={styles.pane} aria-labelledby="members-title">
      <h2 id="members-title" className={styles.title}>
        Members
        {members && <span className={styles.count}>{members.length}</span>}
      </h2>
      {members === undefined && !isError && <Loading />}
      {members === undefined && isError && <p className={styles.error}>The members could not be loaded.</p>}
      <ul className={styles.list}>
        {sorted.map(({ userId, username, displayName }) => (
          <li key={userId} className={styles.member} title={`@${username}`}>
            <Avatar id={userId} name={displayName} size="small" />
            <span className={styles.name}>{displayName}</span>
            {userId === ownerId && (
              <Tooltip text="Owner of this server" side="left">
                <span className={styles.owner} role="img" aria-label="Owner of this server">
                  <Crown size={14} aria-hidden />
                </span>
              </Tooltip>
            )}
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Loading() {
  return (
    <ul className={styles.list} aria-busy>
      {[96, 128, 80].map((width) => (
        <li key={width} className={styles.member}>
          <Skeleton width={28} height={28} round />
          <Skeleton width={width} />
        </li>
      ))}
    </ul>
  );
}
