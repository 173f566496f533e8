'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import type { Server } from '@/contracts/server';
import { CreateCategoryDialog } from '@/features/channels/components/create-category-dialog';
import { CreateChannelDialog } from '@/features/channels/components/create-channel-dialog';
import { InviteDialog } from '@/features/invites/components/invite-dialog';
import { JoinDialog } from '@/features/invites/components/join-dialog';
import { CreateServerDialog } from '@/features/servers/components/create-server-dialog';
import { LeaveServerDialog } from '@/features/servers/components/leave-server-dialog';
import { ExportHere } from './export-here';
import type { ShellDialog } from './shell-context';
import type { useBadges } from './use-badges';

// Fetched when they are asked for. Not those that menus ask for: they have to see where the focus was before it moves.
const SwitcherDialog = dynamic(() => import('./switcher-dialog').then((module) => module.SwitcherDialog));
const NewConversation = dynamic(() => import('./new-conversation').then((module) => module.NewConversation));
const ShortcutsDialog = dynamic(() =>
  import('@/features/shortcuts/components/shortcuts-dialog').then((module) => module.ShortcutsDialog),
);

interface Props {
  dialog: ShellDialog | null;
  server: Server | undefined;
  badges: ReturnType<typeof useBadges>;
  onClose(): void;
}

/** What is asked in front of everything else, from wherever. */
export function ShellDialogs({ dialog, server, badges, onClose }: Props) {
  const router = useRouter();
  const propsOf = (name: ShellDialog['name']) => ({
    open: dialog?.name === name,
    onOpenChange: (open: boolean) => !open && onClose(),
  });
  const go = (target: string) => {
    onClose();
    router.push(target);
  };

  return (
    <>
      <CreateServerDialog
        {...propsOf('create-server')}
        onCreated={(serverId, channelId) => go(`/channels/${serverId}/${channelId}`)}
      />
      <JoinDialog {...propsOf('join-server')} onCode={(code) => go(`/invite/${encodeURIComponent(code)}`)} />
      {dialog?.name === 'switcher' && <SwitcherDialog {...propsOf('switcher')} badges={badges} />}
      {dialog?.name === 'shortcuts' && <ShortcutsDialog {...propsOf('shortcuts')} />}
      {dialog?.name === 'new-conversation' && (
        <NewConversation
          onClose={onClose}
          onBegun={(serverId, channelId) => go(`/channels/${serverId}/${channelId}`)}
        />
      )}
      {server && (
        <>
          {dialog?.name === 'export' && (
            <ExportHere {...propsOf('export')} server={server} channelId={dialog.channelId} />
          )}
          <InviteDialog {...propsOf('invite')} serverId={server.serverId} serverName={server.name} />
          <LeaveServerDialog {...propsOf('leave-server')} server={server} onLeft={() => go('/channels')} />
          <CreateCategoryDialog {...propsOf('create-category')} serverId={server.serverId} />
          <CreateChannelDialog
            {...propsOf('create-channel')}
            serverId={server.serverId}
            categories={server.categories}
            categoryId={dialog?.name === 'create-channel' ? dialog.categoryId : null}
            onCreated={(channelId) => go(`/channels/${server.serverId}/${channelId}`)}
          />
        </>
      )}
    </>
  );
}
