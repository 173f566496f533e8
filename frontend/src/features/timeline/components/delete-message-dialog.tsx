'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Message } from '@/contracts/message';
import { useFormErrors } from '@/http/use-form-errors';
import { remove } from '../model/message-commands';

interface Props {
  message: Message;
  own: boolean;
  onClose(): void;
  onDeleted(): void;
}

export function DeleteMessageDialog({ message, own, onClose, onDeleted }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const removal = useMutation({ mutationFn: () => remove(message), onSuccess: onDeleted });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={own ? t('timeline.deleteOwnTitle') : t('timeline.deleteTitle')}
      description={t(message.attachments.length > 0 ? 'timeline.deleteWithFiles' : 'timeline.deleteText')}
      action={t('timeline.deleteMessage')}
      busy={removal.isPending}
      error={formErrors(removal.error, []).general}
      onConfirm={() => removal.mutate()}
    />
  );
}
