'use client';

import { RoleSettings } from '@/features/roles/components/role-settings';
import { SettingsPage } from '../settings-page';

export function RolesPage({ serverId }: { serverId: string }) {
  return (
    <SettingsPage
      serverId={serverId}
      title="Roles"
      hint="Roles say who may do what, and colour names. A member stands as high as their highest role, and acts only on those below."
    >
      {({ server, members, me }) => <RoleSettings server={server} members={members} me={me} />}
    </SettingsPage>
  );
}
