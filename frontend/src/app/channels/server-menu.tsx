'use client';

import { ChevronDown, FolderPlus, LogOut, MessageSquarePlus, Settings, UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { Skeleton } from '@/components/ui/skeleton';
import { may } from '@/contracts/permissions';
import type { Server } from '@/contracts/server';
import { NotificationItems } from '@/features/unread/components/notification-items-on-demand';
import { useShell } from './shell-context';
import styles from './sidebar.module.css';

/** What one may do with a server. */
export function ServerMenu({ server, isOwner }: { server: Server | undefined; isOwner: boolean }) {
  const t = useTranslations();
  const { open, expect } = useShell();
  const router = useRouter();
  if (server === undefined) {
    return (
      <div className={styles.header}>
        <Skeleton width={120} height={16} />
      </div>
    );
  }
  const { serverId, name, permissions } = server;
  return (
    <Menu
      onOpenChange={() => expect('invite', 'create-channel', 'create-category', 'leave-server')}
      trigger={
        <button type="button" className={`${styles.header} ${styles.menu}`}>
          <span className={styles.name} dir="auto">
            {name}
          </span>
          <ChevronDown size={18} aria-hidden />
        </button>
      }
    >
      {may(permissions, 'create-invites') && (
        <MenuItem icon={<UserPlus size={18} aria-hidden />} onSelect={() => open({ name: 'invite' })}>
          {t('shell.invitePeople')}
        </MenuItem>
      )}
      <MenuItem
        icon={<Settings size={18} aria-hidden />}
        onSelect={() => router.push(`/channels/${serverId}/settings/overview`)}
      >
        {t('shell.serverSettings')}
      </MenuItem>
      <MenuSeparator />
      <NotificationItems serverId={serverId} channelId={null} />
      {may(permissions, 'manage-channels') && (
        <>
          <MenuSeparator />
          <MenuItem
            icon={<MessageSquarePlus size={18} aria-hidden />}
            onSelect={() => open({ name: 'create-channel', categoryId: null })}
          >
            {t('shell.createChannel')}
          </MenuItem>
          <MenuItem icon={<FolderPlus size={18} aria-hidden />} onSelect={() => open({ name: 'create-category' })}>
            {t('shell.createCategory')}
          </MenuItem>
        </>
      )}
      {!isOwner && (
        <>
          <MenuSeparator />
          <MenuItem
            danger
            icon={<LogOut size={18} aria-hidden className="pointing" />}
            onSelect={() => open({ name: 'leave-server' })}
          >
            {t('shell.leaveServer')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
