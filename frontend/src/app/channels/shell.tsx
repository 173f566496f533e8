'use client';

import { useParams, usePathname, useRouter } from 'next/navigation';
import { useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { InviteDialog } from '@/features/invites/components/invite-dialog';
import { JoinDialog } from '@/features/invites/components/join-dialog';
import { CreateServerDialog } from '@/features/servers/components/create-server-dialog';
import { ServerRail } from '@/features/servers/components/server-rail';
import { serverQuery } from '@/features/servers/model/servers-store';
import { RailActions } from './rail-actions';
import { ShellContext, type ShellDialog } from './shell-context';
import styles from './shell.module.css';
import { Sidebar } from './sidebar';

/** Rail, channel list and the page beside them. */
export function Shell({ children }: { children: ReactNode }) {
  const router = useRouter();
  const path = usePathname();
  const { serverId = null, channelId = null } = useParams<{ serverId?: string; channelId?: string }>();
  const server = useQuery({ ...serverQuery(serverId ?? ''), enabled: serverId !== null }).data;
  const [dialog, setDialog] = useState<ShellDialog | null>(null);
  // The navigation covers a narrow screen until one goes somewhere.
  const [navigationOn, setNavigationOn] = useState<string | null>(null);
  const navigationShown = navigationOn === path;

  const actions = useMemo(() => ({ open: setDialog, showNavigation: () => setNavigationOn(path) }), [path]);
  const dialogProps = (name: ShellDialog) => ({
    open: dialog === name,
    onOpenChange: (open: boolean) => setDialog(open ? name : null),
  });
  const go = (target: string) => {
    setDialog(null);
    router.push(target);
  };

  return (
    <ShellContext value={actions}>
      <a className="skip-link" href="#main">
        Skip to the conversation
      </a>
      <div className={styles.shell} data-navigation={navigationShown || undefined}>
        <div className={styles.navigation}>
          <ServerRail activeServerId={serverId}>
            <RailActions />
          </ServerRail>
          <Sidebar
            serverId={serverId}
            server={server}
            activeChannelId={channelId}
            onClose={() => setNavigationOn(null)}
          />
        </div>
        <div id="main" className={styles.page}>
          {children}
        </div>
      </div>
      <CreateServerDialog
        {...dialogProps('create-server')}
        onCreated={(server, channel) => go(`/channels/${server}/${channel}`)}
      />
      <JoinDialog {...dialogProps('join-server')} onCode={(code) => go(`/invite/${encodeURIComponent(code)}`)} />
      {serverId && (
        <InviteDialog {...dialogProps('invite')} serverId={serverId} serverName={server?.name ?? 'the server'} />
      )}
    </ShellContext>
  );
}
