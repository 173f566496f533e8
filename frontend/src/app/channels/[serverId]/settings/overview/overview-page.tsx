'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { ServerOverview } from '@/features/servers/components/server-overview';
import { SettingsPage } from '../settings-page';

export function OverviewPage({ serverId }: { serverId: string }) {
  const t = useTranslations();
  const router = useRouter();
  return (
    <SettingsPage serverId={serverId} title={t('servers.overview')} hint={t('servers.overviewHint')}>
      {({ server, isOwner }) => (
        <ServerOverview server={server} isOwner={isOwner} onDeleted={() => router.push('/channels')} />
      )}
    </SettingsPage>
  );
}
