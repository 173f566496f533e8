'use client';

import { ArrowLeft, FileDown, SquarePen } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { MenuItem } from '@/components/ui/menu';
import { onDemand } from '@/components/ui/on-demand';
import { may, type PermissionSet } from '@/contracts/permissions';
import type { Channel, Server } from '@/contracts/server';
import { UserArea } from '@/features/account/components/user-area';
import { ChannelList } from '@/features/channels/components/channel-list';
import { ConversationList } from '@/features/conversations/components/conversation-list';
import { NotificationItems } from '@/features/unread/components/notification-items-on-demand';
import { ServerMenu } from './server-menu';
import { SidebarResizer } from './sidebar-resizer';
import type { useBadges } from './use-badges';
import { useShell } from './shell-context';
import styles from './sidebar.module.css';

const AccountSettingsPages = onDemand(() => import('./settings-sidebar').then((module) => module.AccountSettingsPages));
const ServerSettingsPages = onDemand(() => import('./settings-sidebar').then((module) => module.ServerSettingsPages));

interface Props {
  serverId: string | null;
  server: Server | undefined;
  /** Whether there is no such server for one, or it could not be read. */
  failed: boolean;
  /** Whether one is among the direct conversations rather than in a server. */
  direct: boolean;
  isOwner: boolean;
  activeChannelId: string | null;
  /** Whether the settings of the server are shown rather than one of its channels. */
  settings: boolean;
  /** Whether one's own settings are shown. */
  accountSettings: boolean;
  /** Whether one looks at the server as somebody else. */
  looking: boolean;
  permissionsIn(channel: Channel): PermissionSet | undefined;
  /** Where there is room for one pane only: back to the page. */
  onClose(): void;
  badges: ReturnType<typeof useBadges>;
}

/** The channels of a server, and who one is. */
export function Sidebar({
  serverId,
  server,
  failed,
  direct,
  isOwner,
  activeChannelId,
  settings,
  accountSettings,
  looking,
  permissionsIn,
  onClose,
  badges,
}: Props) {
  const t = useTranslations();
  const { open, expect } = useShell();
  return (
    <section className={styles.sidebar} aria-label={t('shell.channelsAndAccount')}>
      {direct && (
        <>
          <div className={styles.header}>
            <span className={styles.name}>{t('shell.directTitle')}</span>
            <IconButton
              label={t('shell.newConversation')}
              onClick={() => open({ name: 'new-conversation' })}
              onFocus={() => expect('new-conversation')}
              onPointerEnter={() => expect('new-conversation')}
            >
              <SquarePen size={18} aria-hidden />
            </IconButton>
          </div>
          <ConversationList activeServerId={serverId} onOpen={onClose} badgeOf={badges.ofConversation} />
        </>
      )}
      {accountSettings && <AccountSettingsPages onOpen={onClose} />}
      {(serverId === null || failed) && !direct && !accountSettings && (
        <>
          <div className={styles.header}>
            <IconButton label={t('common.back')} className={styles.back} onClick={onClose}>
              <ArrowLeft size={20} aria-hidden className="pointing" />
            </IconButton>
            WebChat
          </div>
          <p className={styles.hint}>{t('shell.noServerHint')}</p>
        </>
      )}
      {serverId !== null && !failed && !direct && settings && (
        <ServerSettingsPages serverId={serverId} server={server} onOpen={onClose} />
      )}
      {serverId !== null && !failed && !direct && !settings && (
        <>
          <ServerMenu server={server} isOwner={isOwner} />
          <ChannelList
            serverId={serverId}
            server={server}
            activeChannelId={activeChannelId}
            permissionsIn={(channel) => permissionsIn(channel) ?? []}
            onOpen={onClose}
            badgeOf={badges.ofChannel}
            menuItems={(channelId, permissions) => (
              <>
                <NotificationItems serverId={serverId} channelId={channelId} />
                {may(permissions, 'manage-messages') && (
                  <MenuItem
                    icon={<FileDown size={18} aria-hidden />}
                    onSelect={() => open({ name: 'export', channelId })}
                  >
                    {t('exporting.item')}
                  </MenuItem>
                )}
              </>
            )}
            onCreateChannel={(categoryId) => open({ name: 'create-channel', categoryId })}
          />
        </>
      )}
      <UserArea looking={looking} />
      <SidebarResizer />
    </section>
  );
}
