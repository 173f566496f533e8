'use client';

import { useTranslations } from 'use-intl';
import type { Server } from '@/contracts/server';
import { SettingsNavigation } from './settings-navigation';
import { ACCOUNT_PAGES, serverPages } from './settings-pages';

interface AccountProps {
  onOpen(): void;
}

/** The pages of one's own settings, in place of channels. */
export function AccountSettingsPages({ onOpen }: AccountProps) {
  const t = useTranslations();
  return (
    <SettingsNavigation
      label={t('account.settings')}
      back="/channels"
      name={t('account.settings')}
      pages={ACCOUNT_PAGES}
      onOpen={onOpen}
    />
  );
}

interface ServerProps extends AccountProps {
  serverId: string;
  /** Undefined while it loads. */
  server: Server | undefined;
}

/** Those of a server's settings that one may look at. */
export function ServerSettingsPages({ serverId, server, onOpen }: ServerProps) {
  const t = useTranslations();
  return (
    <SettingsNavigation
      label={t('shell.serverSettings')}
      back={`/channels/${serverId}`}
      name={server?.name}
      pages={serverPages(serverId, server)}
      onOpen={onOpen}
    />
  );
}
