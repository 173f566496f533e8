'use client';

import { Hash } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { may } from '@/contracts/permissions';
import { lastPlace } from '../last-place';
import { NavigationButton } from '../navigation-button';
import styles from '../no-channel.module.css';
import { ServerProblem } from '../server-problem';
import { useShell } from '../shell-context';
import { useHere } from '../use-here';

/** Goes on to the channel of this server where one was last, or to its first; says so if one sees none. */
export function ServerEntrance({ serverId }: { serverId: string }) {
  const t = useTranslations();
  const router = useRouter();
  const { open } = useShell();
  const { server, error } = useHere(serverId);

  useEffect(() => {
    if (!server) return;
    const last = lastPlace(serverId)?.channelId;
    const channel = server.channels.find(({ channelId }) => channelId === last) ?? server.channels[0];
    if (channel) router.replace(`/channels/${serverId}/${channel.channelId}`);
  }, [server, serverId, router]);

  if (server === undefined) return error ? <ServerProblem serverId={serverId} error={error} /> : null;
  if (server.channels.length > 0) return null;
  const mayCreate = may(server.permissions, 'manage-channels');
  return (
    <main className={styles.page}>
      <NavigationButton />
      <EmptyState
        icon={<Hash size={30} />}
        title={t('shell.noChannels', { name: server.name })}
        actions={
          mayCreate && (
            <Button onClick={() => open({ name: 'create-channel', categoryId: null })}>
              {t('shell.createChannel')}
            </Button>
          )
        }
      >
        {mayCreate ? t('shell.noChannelsCreate') : t('shell.noChannelsWait')}
      </EmptyState>
    </main>
  );
}
