'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RoleSettings } from '@/features/roles/components/role-settings';
import { forgetLastViewed, lastViewed, viewAs } from '../../../role-view';
import { SettingsPage } from '../settings-page';

export function RolesPage({ serverId }: { serverId: string }) {
  const t = useTranslations();
  const router = useRouter();
  return (
    <SettingsPage serverId={serverId} title={t('roles.title')} hint={t('roles.hint')}>
      {({ server, members, me, viewedRole, search }) => (
        <Roles
          key={viewedRole?.roleId}
          server={server}
          members={members}
          me={me}
          areAll={search === null}
          onViewAs={(roleId) => {
            viewAs(serverId, roleId);
            router.push(`/channels/${serverId}`);
          }}
        />
      )}
    </SettingsPage>
  );
}

/** Whoever comes back from looking as a role is where they began. */
function Roles(props: Parameters<typeof RoleSettings>[0]) {
  const [viewed] = useState(() => lastViewed(props.server.serverId));
  useEffect(() => {
    if (viewed !== null) forgetLastViewed();
  }, [viewed]);
  return <RoleSettings {...props} viewed={viewed} />;
}
