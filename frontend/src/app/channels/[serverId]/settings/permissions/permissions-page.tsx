'use client';

import { useTranslations } from 'use-intl';
import { may } from '@/contracts/permissions';
import { ChannelPermissions } from '@/features/channels/components/channel-permissions';
import { NotYours } from '../not-yours';
import { SettingsPage } from '../settings-page';

export function PermissionsPage({ serverId }: { serverId: string }) {
  const t = useTranslations();
  return (
    <SettingsPage serverId={serverId} title={t('channels.permissionsTitle')} hint={t('channels.permissionsHint')}>
      {({ server, members, me, search }) =>
        may(server.permissions, 'manage-roles') ? (
          members && me && <ChannelPermissions server={server} members={members} me={me} onSearch={search?.onSearch} />
        ) : (
          <NotYours />
        )
      }
    </SettingsPage>
  );
}
