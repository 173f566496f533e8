'use client';

import { Menu as MenuIcon } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import type { Server } from '@/contracts/server';
import { ServerProblem } from '../../server-problem';
import { setPageTitle } from '../../page-title';
import { useShell } from '../../shell-context';
import { useHere } from '../../use-here';
import styles from './settings-page.module.css';

interface Props {
  serverId: string;
  title: string;
  hint: string;
  children(here: Omit<ReturnType<typeof useHere>, 'server'> & { server: Server }): ReactNode;
}

/** One page of a server's settings. */
export function SettingsPage({ serverId, title, hint, children }: Props) {
  const shell = useShell();
  const { server, ...here } = useHere(serverId);

  useEffect(() => {
    if (server) setPageTitle(`${title} · ${server.name} · WebChat`);
  }, [server, title]);

  if (server === undefined && here.error) return <ServerProblem error={here.error} />;
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <IconButton label="All settings" className={styles.menu} onClick={shell.showNavigation}>
          <MenuIcon size={20} aria-hidden />
        </IconButton>
        <h1 className={styles.title}>{title}</h1>
      </header>
      <div className={styles.scroll}>
        <div className={styles.content}>
          <p className={styles.hint}>{hint}</p>
          {server === undefined ? <Loading /> : children({ ...here, server })}
        </div>
      </div>
    </main>
  );
}

function Loading() {
  return (
    <div className={styles.loading} aria-busy>
      <Skeleton width="100%" height={40} />
      <Skeleton width="100%" height={96} />
    </div>
  );
}
