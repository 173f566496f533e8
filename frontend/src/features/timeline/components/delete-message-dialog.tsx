'use client';

import { useMutation } from '@tanstack/react-query';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Message } from '@/contracts/message';
import { formErrors } from '@/http/field-errors';
import { remove } from '../model/message-commands';

interface Props {
  message: Message;
  own: boolean;
  onClose(): void;
  onDeleted(): void;
}

export function DeleteMessageDialog({ message, own, onClose, onDeleted }: Props) {
  const removal = useMutation({ mutationFn: () => remove(message), onSuccess: onDeleted });
  const files = message.attachments.length > 0 ? ' What it carries is gone too.' : '';
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={own ? 'Delete your message?' : 'Delete this message?'}
      description={`It disappears for everyone, and cannot be brought back.${files}`}
      action="Delete message"
      busy={removal.isPending}
      error={formErrors(removal.error, []).general}
      onConfirm={() => removal.mutate()}
    />
  );
}
