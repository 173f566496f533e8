'use client';

import { UserPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { isPrivate, may } from '@/contracts/permissions';
import { ChannelHeader } from '@/features/channels/components/channel-header';
import { Composer } from '@/features/composer/components/composer';
import { ConnectionBanner } from '@/features/connection/components/connection-banner';
import { useObstacle } from '@/features/composer/model/use-obstacle';
import { MemberList } from '@/features/members/components/member-list';
import { ChannelBeginning } from '@/features/timeline/components/channel-beginning';
import { Timeline } from '@/features/timeline/components/timeline';
import { outbox } from '@/features/timeline/model/browser-outbox';
import { useLastSent } from '@/features/timeline/model/use-last-sent';
import { CalledHere } from '@/profiles/called';
import { useMe } from '@/session/use-session';
import { useConnection } from '../../connection';
import { rememberPlace, type Place } from '../../last-place';
import { ServerProblem } from '../../server-problem';
import { useShell } from '../../shell-context';
import { useHere } from '../../use-here';
import styles from './channel-page.module.css';
import { useWide } from './use-wide';

export function ChannelPage({ serverId, channelId }: Place) {
  const shell = useShell();
  const connection = useConnection();
  const { server, error, members, membersFailed, me, called, permissionsIn } = useHere(serverId);
  const channel = server?.channels.find((candidate) => candidate.channelId === channelId);
  const wide = useWide();
  const [membersWanted, setMembersWanted] = useState<boolean | null>(null);
  const membersShown = membersWanted ?? wide;
  const lastSentAt = useLastSent(channelId, useMe()?.userId);
  const writing = useObstacle({
    permissions: channel && permissionsIn(channel),
    member: me,
    slowModeSeconds: channel?.slowModeSeconds ?? 0,
    lastSentAt,
  });

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
  const mayInvite = may(server?.permissions, 'create-invites');

  return (
    <CalledHere value={called}>
      <main className={styles.conversation}>
        <ChannelHeader
          name={channel?.name}
          topic={channel?.topic ?? null}
          isPrivate={channel !== undefined && isPrivate(channel, serverId)}
          mayInvite={mayInvite}
          membersShown={membersShown}
          onToggleMembers={() => setMembersWanted(!membersShown)}
          onInvite={() => shell.open({ name: 'invite' })}
          onBack={shell.showNavigation}
        />
        <Timeline
          channelId={channelId}
          label={`Messages in ${name}`}
          beginning={
            <ChannelBeginning channelName={name}>
              {mayInvite && (
                <Button look="plain" onClick={() => shell.open({ name: 'invite' })}>
                  <UserPlus size={18} aria-hidden />
                  Invite people
                </Button>
              )}
            </ChannelBeginning>
          }
        />
        <ConnectionBanner state={connection.state} onRetry={connection.retry} />
        <Composer
          channelId={channelId}
          channelName={name}
          {...writing}
          onSend={(content) => outbox.send(channelId, content)}
        />
      </main>
      {membersShown && (
        <>
          <div className={styles.scrim} onClick={() => setMembersWanted(false)} aria-hidden />
          <div className={styles.aside}>
            <MemberList server={server} members={members} me={me} failed={membersFailed} />
          </div>
        </>
      )}
    </CalledHere>
  );
}
