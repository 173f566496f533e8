'use client';

import { useTranslations } from 'use-intl';
import { RoleSettings } from '@/features/roles/components/role-settings';
import { SettingsPage } from '../settings-page';

export function RolesPage({ serverId }: { serverId: string }) {
  const t = useTranslations();
  return (
    <SettingsPage serverId={serverId} title={t('roles.title')} hint={t('roles.hint')}>
      {({ server, members, me }) => <RoleSettings server={server} members={members} me={me} />}
    </SettingsPage>
  );
}
