'use client';

import { may } from '@/contracts/permissions';
import { ChannelPermissions } from '@/features/channels/components/channel-permissions';
import { NotYours } from '../not-yours';
import { SettingsPage } from '../settings-page';

export function PermissionsPage({ serverId }: { serverId: string }) {
  return (
    <SettingsPage
      serverId={serverId}
      title="Channel permissions"
      hint="What a channel changes of what roles grant. A member’s own word counts most, then that of their roles, then that of everyone."
    >
      {({ server, members, me }) =>
        may(server.permissions, 'manage-roles') ? (
          members && me && <ChannelPermissions server={server} members={members} me={me} />
        ) : (
          <NotYours />
        )
      }
    </SettingsPage>
  );
}
