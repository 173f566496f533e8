'use client';

import { may } from '@/contracts/permissions';
import { BanList } from '@/features/bans/components/ban-list';
import { NotYours } from '../not-yours';
import { SettingsPage } from '../settings-page';

export function BansPage({ serverId }: { serverId: string }) {
  return (
    <SettingsPage serverId={serverId} title="Bans" hint="Who may not come back until the ban is lifted.">
      {({ server }) => (may(server.permissions, 'ban-members') ? <BanList serverId={serverId} /> : <NotYours />)}
    </SettingsPage>
  );
}
