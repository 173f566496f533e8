'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { PermissionSet } from '@/contracts/permissions';
import type { Category, Channel, Server } from '@/contracts/server';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { deleteCategory } from '../api/delete-category';
import { deleteChannel } from '../api/delete-channel';
import { EditChannelDialog } from './edit-channel-dialog';
import { RenameCategoryDialog } from './rename-category-dialog';

export type Asked =
  | { what: 'edit-channel' | 'delete-channel'; channelId: string }
  | { what: 'rename-category' | 'delete-category'; categoryId: string };

interface Props {
  serverId: string;
  server: Server;
  asked: Asked;
  /** What the user may do in one of the channels. */
  permissionsIn(channel: Channel): PermissionSet;
  onClose(): void;
}

/** What the menus of channels and categories ask for. It closes by itself when somebody else deletes its subject. */
export function StructureDialog({ serverId, server, asked, permissionsIn, onClose }: Props) {
  if ('channelId' in asked) {
    const channel = server.channels.find(({ channelId }) => channelId === asked.channelId);
    if (channel === undefined) return null;
    return asked.what === 'edit-channel' ? (
      <EditChannelDialog server={server} channel={channel} permissions={permissionsIn(channel)} onClose={onClose} />
    ) : (
      <DeleteChannel serverId={serverId} channel={channel} onClose={onClose} />
    );
  }
  const category = server.categories.find(({ categoryId }) => categoryId === asked.categoryId);
  if (category === undefined) return null;
  return asked.what === 'rename-category' ? (
    <RenameCategoryDialog serverId={serverId} category={category} onClose={onClose} />
  ) : (
    <DeleteCategory serverId={serverId} category={category} onClose={onClose} />
  );
}

function DeleteChannel({ serverId, channel, onClose }: { serverId: string; channel: Channel; onClose(): void }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const deletion = useCommand({
    serverId,
    run: (_: null, key) => deleteChannel(channel.channelId, key),
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('channels.deleteTitle', { name: channel.name })}
      description={t('channels.deleteText')}
      action={t('channels.delete')}
      typed={channel.name}
      busy={deletion.isPending}
      error={formErrors(deletion.error, []).general}
      onConfirm={() => deletion.mutate(null)}
    />
  );
}

function DeleteCategory({ serverId, category, onClose }: { serverId: string; category: Category; onClose(): void }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const deletion = useCommand({
    serverId,
    run: (_: null, key) => deleteCategory(serverId, category.categoryId, key),
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('channels.deleteCategoryTitle', { name: category.name })}
      description={t('channels.deleteCategoryText')}
      action={t('channels.deleteCategory')}
      busy={deletion.isPending}
      error={formErrors(deletion.error, []).general}
      onConfirm={() => deletion.mutate(null)}
    />
  );
}
