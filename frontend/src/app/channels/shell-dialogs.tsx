'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import type { Server } from '@/contracts/server';
import type { ShellDialog } from './shell-context';
import type { useBadges } from './use-badges';

// Fetched when they are asked for.
const CreateServerDialog = dynamic(() =>
  import('@/features/servers/components/create-server-dialog').then((module) => module.CreateServerDialog),
);
const LeaveServerDialog = dynamic(() =>
  import('@/features/servers/components/leave-server-dialog').then((module) => module.LeaveServerDialog),
);
const InviteDialog = dynamic(() =>
  import('@/features/invites/components/invite-dialog').then((module) => module.InviteDialog),
);
const JoinDialog = dynamic(() =>
  import('@/features/invites/components/join-dialog').then((module) => module.JoinDialog),
);
const CreateCategoryDialog = dynamic(() =>
  import('@/features/channels/components/create-category-dialog').then((module) => module.CreateCategoryDialog),
);
const CreateChannelDialog = dynamic(() =>
  import('@/features/channels/components/create-channel-dialog').then((module) => module.CreateChannelDialog),
);
const SwitcherDialog = dynamic(() => import('./switcher-dialog').then((module) => module.SwitcherDialog));
const NewConversation = dynamic(() => import('./new-conversation').then((module) => module.NewConversation));
const ExportHere = dynamic(() => import('./export-here').then((module) => module.ExportHere));
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
  const shown = { open: true, onOpenChange: (open: boolean) => !open && onClose() };
  const go = (target: string) => {
    onClose();
    router.push(target);
  };

  switch (dialog?.name) {
    case 'create-server':
      return (
        <CreateServerDialog {...shown} onCreated={(serverId, channelId) => go(`/channels/${serverId}/${channelId}`)} />
      );
    case 'join-server':
      return <JoinDialog {...shown} onCode={(code) => go(`/invite/${encodeURIComponent(code)}`)} />;
    case 'switcher':
      return <SwitcherDialog {...shown} badges={badges} />;
    case 'shortcuts':
      return <ShortcutsDialog {...shown} />;
    case 'new-conversation':
      return (
        <NewConversation
          onClose={onClose}
          onBegun={(serverId, channelId) => go(`/channels/${serverId}/${channelId}`)}
        />
      );
    case 'invite':
      return server && <InviteDialog {...shown} serverId={server.serverId} serverName={server.name} />;
    case 'leave-server':
      return server && <LeaveServerDialog {...shown} server={server} onLeft={() => go('/channels')} />;
    case 'export':
      return server && <ExportHere {...shown} server={server} channelId={dialog.channelId} />;
    case 'create-category':
      return server && <CreateCategoryDialog {...shown} serverId={server.serverId} />;
    case 'create-channel':
      return (
        server && (
          <CreateChannelDialog
            {...shown}
            serverId={server.serverId}
            categories={server.categories}
            categoryId={dialog.categoryId}
            onCreated={(channelId) => go(`/channels/${server.serverId}/${channelId}`)}
          />
        )
      );
    case undefined:
      return null;
  }
}
