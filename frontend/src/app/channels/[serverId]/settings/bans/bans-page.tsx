'use client';

import { useTranslations } from 'use-intl';
import { may } from '@/contracts/permissions';
import { BanList } from '@/features/bans/components/ban-list';
import { NotYours } from '../not-yours';
import { SettingsPage } from '../settings-page';

export function BansPage({ serverId }: { serverId: string }) {
  const t = useTranslations();
  return (
    <SettingsPage serverId={serverId} title={t('bans.title')} hint={t('bans.hint')}>
      {({ server }) => (may(server.permissions, 'ban-members') ? <BanList serverId={serverId} /> : <NotYours />)}
    </SettingsPage>
  );
}
