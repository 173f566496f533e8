'use client';

import { useTranslations } from 'use-intl';
import { may } from '@/contracts/permissions';
import type { ExportScope } from '@/features/export/api/fetch-export';
import { ExportForm } from '@/features/export/components/export-form';
import { NotYours } from '../not-yours';
import { SettingsPage } from '../settings-page';

export function ExportPage({ serverId }: { serverId: string }) {
  const t = useTranslations();
  return (
    <SettingsPage serverId={serverId} title={t('exporting.title')} hint={t('exporting.text')}>
      {({ server, me, permissionsIn }) => {
        if (me === undefined) return null;
        const all: ExportScope = { kind: 'server', id: serverId, name: server.name };
        const channels = server.channels
          .filter((channel) => may(permissionsIn(channel), 'manage-messages'))
          .map(({ channelId, name }): ExportScope => ({ kind: 'channel', id: channelId, name }));
        const scopes = may(server.permissions, 'manage-server') ? [all, ...channels] : channels;
        return scopes.length === 0 ? <NotYours /> : <ExportForm scopes={scopes} />;
      }}
    </SettingsPage>
  );
}
