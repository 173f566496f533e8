'use client';

import { useTranslations } from 'use-intl';
import { MemberSettings } from '@/features/members/components/member-settings';
import { SettingsPage } from '../settings-page';

export function MembersPage({ serverId }: { serverId: string }) {
  const t = useTranslations();
  return (
    <SettingsPage serverId={serverId} title={t('members.title')} hint={t('members.hint')}>
      {({ server, members, me, search }) => (
        <MemberSettings server={server} members={members} me={me} search={search} />
      )}
    </SettingsPage>
  );
}
