'use client';

import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Server } from '@/contracts/server';
import { formErrors } from '@/http/field-errors';
import { useCommand } from '@/http/use-command';
import { leaveServer } from '../api/leave-server';

interface Props {
  server: Server;
  open: boolean;
  onOpenChange(open: boolean): void;
  onLeft(): void;
}

export function LeaveServerDialog({ server: { serverId, name }, open, onOpenChange, onLeft }: Props) {
  const leaving = useCommand({ serverId, run: (_: null, key) => leaveServer(serverId, key), onDone: onLeft });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Leave ${name}?`}
      description="You no longer see it, and need an invite to come back."
      action="Leave server"
      busy={leaving.isPending}
      error={formErrors(leaving.error, []).general}
      onConfirm={() => leaving.mutate(null)}
    />
  );
}
