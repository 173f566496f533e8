'use client';

import { useRouter } from 'next/navigation';
import { dialogOnDemand } from '@/components/ui/on-demand';
import type { Server } from '@/contracts/server';
import type { ShellDialog } from './shell-context';
import type { useBadges } from './use-badges';

interface Shown {
  open: boolean;
  onOpenChange(open: boolean): void;
}

const close = ({ onOpenChange }: Shown) => onOpenChange(false);

const CreateServerDialog = dialogOnDemand(
  () => import('@/features/servers/components/create-server-dialog').then((module) => module.CreateServerDialog),
  close,
);
const LeaveServerDialog = dialogOnDemand(
  () => import('@/features/servers/components/leave-server-dialog').then((module) => module.LeaveServerDialog),
  close,
);
const InviteDialog = dialogOnDemand(
  () => import('@/features/invites/components/invite-dialog').then((module) => module.InviteDialog),
  close,
);
const JoinDialog = dialogOnDemand(
  () => import('@/features/invites/components/join-dialog').then((module) => module.JoinDialog),
  close,
);
const CreateCategoryDialog = dialogOnDemand(
  () => import('@/features/channels/components/create-category-dialog').then((module) => module.CreateCategoryDialog),
  close,
);
const CreateChannelDialog = dialogOnDemand(
  () => import('@/features/channels/components/create-channel-dialog').then((module) => module.CreateChannelDialog),
  close,
);
const SwitcherDialog = dialogOnDemand(() => import('./switcher-dialog').then((module) => module.SwitcherDialog), close);
const NewConversation = dialogOnDemand(
  () => import('./new-conversation').then((module) => module.NewConversation),
  ({ onClose }) => onClose(),
);
const ExportHere = dialogOnDemand(() => import('./export-here').then((module) => module.ExportHere), close);
const ShortcutsDialog = dialogOnDemand(
  () => import('@/features/shortcuts/components/shortcuts-dialog').then((module) => module.ShortcutsDialog),
  close,
);

const DIALOGS = {
  'create-server': CreateServerDialog,
  'join-server': JoinDialog,
  switcher: SwitcherDialog,
  shortcuts: ShortcutsDialog,
  'new-conversation': NewConversation,
  invite: InviteDialog,
  'leave-server': LeaveServerDialog,
  export: ExportHere,
  'create-category': CreateCategoryDialog,
  'create-channel': CreateChannelDialog,
} satisfies Record<ShellDialog['name'], { prefetch(): void }>;

/** Fetches what is probably asked next. */
export function prefetchDialogs(...names: ShellDialog['name'][]): void {
  for (const name of names) DIALOGS[name].prefetch();
}

interface Props {
  dialog: ShellDialog | null;
  server: Server | undefined;
  badges: ReturnType<typeof useBadges>;
  onClose(): void;
}

/** What is asked in front of everything else, from wherever. */
export function ShellDialogs({ dialog, server, badges, onClose }: Props) {
  const router = useRouter();
  const shown: Shown = { open: true, onOpenChange: (open) => !open && onClose() };
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
