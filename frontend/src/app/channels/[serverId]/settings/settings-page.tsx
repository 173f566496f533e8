'use client';

import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import type { Server } from '@/contracts/server';
import { ServerProblem } from '../../server-problem';
import { SettingsFrame } from '../../settings-frame';
import { useHere } from '../../use-here';

interface Props {
  serverId: string;
  title: string;
  hint: string;
  children(here: Omit<ReturnType<typeof useHere>, 'server'> & { server: Server }): ReactNode;
}

/** One page of a server's settings. */
export function SettingsPage({ serverId, title, hint, children }: Props) {
  const { server, ...here } = useHere(serverId);
  if (server === undefined && here.error) return <ServerProblem error={here.error} />;
  return (
    <SettingsFrame title={title} hint={hint} of={server?.name}>
      {server === undefined ? <Loading /> : children({ ...here, server })}
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
