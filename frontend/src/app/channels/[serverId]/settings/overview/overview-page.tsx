'use client';

import { useRouter } from 'next/navigation';
import { ServerOverview } from '@/features/servers/components/server-overview';
import { SettingsPage } from '../settings-page';

export function OverviewPage({ serverId }: { serverId: string }) {
  const router = useRouter();
  return (
    <SettingsPage serverId={serverId} title="Overview" hint="What this server is called and about.">
      {({ server, isOwner }) => (
        <ServerOverview server={server} isOwner={isOwner} onDeleted={() => router.push('/channels')} />
      )}
    </SettingsPage>
  );
}
