'use client';

import { useState, type ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import type { Server } from '@/contracts/server';
import { ServerProblem } from '../../server-problem';
import { SettingsFrame } from '../../settings-frame';
import { useHere } from '../../use-here';
import { useMemberSearch } from '../../use-member-search';

interface Props {
  serverId: string;
  title: string;
  hint: string;
  children(here: Omit<ReturnType<typeof useHere>, 'server'> & { server: Server; search: Search }): ReactNode;
}

/** Searches for members who are not listed, of whom there are more than are; null where there are none. */
type Search = { searching: boolean; failed: boolean; onSearch(text: string): void; onRetry(): void } | null;

/** One page of a server's settings. */
export function SettingsPage({ serverId, title, hint, children }: Props) {
  const { server, ...here } = useHere(serverId);
  const [name, setName] = useState('');
  const { cut, searching, failed, retry } = useMemberSearch(serverId, name);
  const search = cut ? { searching, failed, onSearch: setName, onRetry: retry } : null;
  if (server === undefined && here.error) return <ServerProblem serverId={serverId} error={here.error} />;
  return (
    <SettingsFrame title={title} hint={hint} of={server?.name}>
      {server === undefined ? <Loading /> : children({ ...here, server, search })}
    </SettingsFrame>
  );
}

function Loading() {
  return (
    <div aria-busy>
      <Skeleton width="100%" height={40} />
      <Skeleton width="100%" height={96} />
    </div>
  );
}
