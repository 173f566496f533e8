'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Server } from '@/contracts/server';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { leaveServer } from '../api/leave-server';

interface Props {
  server: Server;
  open: boolean;
  onOpenChange(open: boolean): void;
  onLeft(): void;
}

export function LeaveServerDialog({ server: { serverId, name }, open, onOpenChange, onLeft }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const leaving = useCommand({ serverId, run: (_: null, key) => leaveServer(serverId, key), onDone: onLeft });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('servers.leaveTitle', { name })}
      description={t('servers.leaveText')}
      action={t('servers.leave')}
      busy={leaving.isPending}
      error={formErrors(leaving.error, []).general}
      onConfirm={() => leaving.mutate(null)}
    />
  );
}
