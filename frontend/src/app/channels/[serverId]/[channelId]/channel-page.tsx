'use client';

import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ChannelHeader } from '@/features/channels/components/channel-header';
import { Composer } from '@/features/composer/components/composer';
import { ConnectionBanner } from '@/features/connection/components/connection-banner';
import { MemberList } from '@/features/servers/components/member-list';
import { serverQuery } from '@/features/servers/model/servers-store';
import { ChannelBeginning } from '@/features/timeline/components/channel-beginning';
import { Timeline } from '@/features/timeline/components/timeline';
import { outbox } from '@/features/timeline/model/browser-outbox';
import { useConnection } from '../../connection';
import { rememberPlace, type Place } from '../../last-place';
import { ServerProblem } from '../../server-problem';
import { useShell } from '../../shell-context';
import styles from './channel-page.module.css';
import { useWide } from './use-wide';

export function ChannelPage({ serverId, channelId }: Place) {
  const shell = useShell();
  const connection = useConnection();
  const { data: server, error } = useQuery(serverQuery(serverId));
  const channel = server?.channels.find((candidate) => candidate.channelId === channelId);
  const wide = useWide();
  const [membersWanted, setMembersWanted] = useState<boolean | null>(null);
  const membersShown = membersWanted ?? wide;

  useEffect(() => {
    if (!channel || !server) return;
    rememberPlace({ serverId, channelId });
    document.title = `#${channel.name} · ${server.name} · WebChat`;
  }, [channel, server, serverId, channelId]);

  useEffect(() => {
    if (!membersShown || wide) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setMembersWanted(false);
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [membersShown, wide]);

  if (server === undefined && error) return <ServerProblem error={error} />;
  if (server !== undefined && channel === undefined) return <ServerProblem error={null} />;
  const name = channel?.name ?? '';

  return (
    <>
      <main className={styles.conversation}>
        <ChannelHeader
          name={channel?.name}
          membersShown={membersShown}
          onToggleMembers={() => setMembersWanted(!membersShown)}
          onInvite={() => shell.open('invite')}
          onBack={shell.showNavigation}
        />
        <Timeline
          channelId={channelId}
          label={`Messages in ${name}`}
          beginning={
            <ChannelBeginning channelName={name}>
              <Button look="plain" onClick={() => shell.open('invite')}>
                <UserPlus size={18} aria-hidden />
                Invite people
              </Button>
            </ChannelBeginning>
          }
        />
        <ConnectionBanner state={connection.state} onRetry={connection.retry} />
        <Composer channelId={channelId} channelName={name} onSend={(content) => outbox.send(channelId, content)} />
      </main>
      {membersShown && (
        <>
          <div className={styles.scrim} onClick={() => setMembersWanted(false)} aria-hidden />
          <div className={styles.aside}>
            <MemberList serverId={serverId} />
          </div>
        </>
      )}
    </>
  );
}
