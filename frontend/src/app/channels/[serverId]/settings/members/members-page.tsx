'use client';

import { MemberSettings } from '@/features/members/components/member-settings';
import { SettingsPage } from '../settings-page';

export function MembersPage({ serverId }: { serverId: string }) {
  return (
    <SettingsPage serverId={serverId} title="Members" hint="Who is here, and what they are here.">
      {({ server, members, me }) => <MemberSettings server={server} members={members} me={me} />}
    </SettingsPage>
  );
}
