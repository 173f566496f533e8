'use client';

import { may } from '@/contracts/permissions';
import { AuditLog } from '@/features/audit/components/audit-log';
import { NotYours } from '../not-yours';
import { SettingsPage } from '../settings-page';

export function AuditLogPage({ serverId }: { serverId: string }) {
  return (
    <SettingsPage
      serverId={serverId}
      title="Audit log"
      hint="Who changed what, when, and why. Nothing in it is ever changed."
    >
      {({ server, members }) =>
        may(server.permissions, 'view-audit-log') ? <AuditLog server={server} members={members} /> : <NotYours />
      }
    </SettingsPage>
  );
}
