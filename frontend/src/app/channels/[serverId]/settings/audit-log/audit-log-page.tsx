'use client';

import { useTranslations } from 'use-intl';
import { may } from '@/contracts/permissions';
import { AuditLog } from '@/features/audit/components/audit-log';
import { NotYours } from '../not-yours';
import { SettingsPage } from '../settings-page';

export function AuditLogPage({ serverId }: { serverId: string }) {
  const t = useTranslations();
  return (
    <SettingsPage serverId={serverId} title={t('audit.title')} hint={t('audit.hint')}>
      {({ server, members, search }) =>
        may(server.permissions, 'view-audit-log') ? (
          <AuditLog server={server} members={members} onSearch={search?.onSearch} />
        ) : (
          <NotYours />
        )
      }
    </SettingsPage>
  );
}
