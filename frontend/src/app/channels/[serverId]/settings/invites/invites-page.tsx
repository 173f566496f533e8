'use client';

import { may } from '@/contracts/permissions';
import { InviteSettings } from '@/features/invites/components/invite-settings';
import { NotYours } from '../not-yours';
import { SettingsPage } from '../settings-page';

export function InvitesPage({ serverId }: { serverId: string }) {
  return (
    <SettingsPage
      serverId={serverId}
      title="Invites"
      hint="Links that let people in, for as long and as many as you say."
    >
      {({ server: { permissions } }) =>
        may(permissions, 'create-invites') || may(permissions, 'manage-server') ? (
          <InviteSettings serverId={serverId} mayCreate={may(permissions, 'create-invites')} />
        ) : (
          <NotYours />
        )
      }
    </SettingsPage>
  );
}
