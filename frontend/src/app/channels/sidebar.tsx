'use client';

import { ArrowLeft, ChevronDown, UserPlus } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Skeleton } from '@/components/ui/skeleton';
import type { Server } from '@/contracts/server';
import { UserArea } from '@/features/account/components/user-area';
import { ChannelList } from '@/features/channels/components/channel-list';
import { SidebarResizer } from './sidebar-resizer';
import { useShell } from './shell-context';
import styles from './sidebar.module.css';

interface Props {
  serverId: string | null;
  server: Server | undefined;
  activeChannelId: string | null;
  /** Where there is room for one pane only: back to the page. */
  onClose(): void;
}

/** The channels of a server, and who one is. */
export function Sidebar({ serverId, server, activeChannelId, onClose }: Props) {
  return (
    <section className={styles.sidebar} aria-label="Channels and account">
      {serverId === null ? (
        <>
          <div className={styles.header}>
            <IconButton label="Back" className={styles.back} onClick={onClose}>
              <ArrowLeft size={20} aria-hidden />
            </IconButton>
            WebChat
          </div>
          <p className={styles.hint}>Your servers stand on the left; the channels of the chosen one appear here.</p>
        </>
      ) : (
        <>
          <ServerMenu name={server?.name} />
          <ChannelList
            serverId={serverId}
            channels={server?.channels}
            activeChannelId={activeChannelId}
            onOpen={onClose}
          />
        </>
      )}
      <UserArea />
      <SidebarResizer />
    </section>
  );
}

function ServerMenu({ name }: { name: string | undefined }) {
  const { open } = useShell();
  if (name === undefined) {
    return (
      <div className={styles.header}>
        <Skeleton width={120} height={16} />
      </div>
    );
  }
  return (
    <Menu
      trigger={
        <button type="button" className={`${styles.header} ${styles.menu}`}>
          <span className={styles.name}>{name}</span>
          <ChevronDown size={18} aria-hidden />
        </button>
      }
    >
      <MenuItem icon={<UserPlus size={18} aria-hidden />} onSelect={() => open('invite')}>
        Invite people
      </MenuItem>
    </Menu>
  );
}
