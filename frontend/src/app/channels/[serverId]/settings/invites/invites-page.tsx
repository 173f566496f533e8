'use client';

import { useTranslations } from 'use-intl';
import { may } from '@/contracts/permissions';
import { InviteSettings } from '@/features/invites/components/invite-settings';
import { NotYours } from '../not-yours';
import { SettingsPage } from '../settings-page';

export function InvitesPage({ serverId }: { serverId: string }) {
  const t = useTranslations();
  return (
    <SettingsPage serverId={serverId} title={t('invites.title')} hint={t('invites.hint')}>
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
